import type { ResultNotice } from '@hub/prisma/regulator/generated/client.js';
import type { RegulatorTransaction } from './database.js';

/** A result notice, held to the commit: it is served once. Of an act its holder’s alone: nobody waits for another’s. */
export async function lockedNotice(tx: RegulatorTransaction, id: string, holder: string | null): Promise<ResultNotice | null> {
  await tx.$queryRaw`SELECT id FROM result_notice WHERE id = ${id} AND (${holder}::text IS NULL OR holder = ${holder}) FOR UPDATE`;
  return tx.resultNotice.findUnique({ where: { id } });
}
