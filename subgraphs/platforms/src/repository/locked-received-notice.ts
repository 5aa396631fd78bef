import type { ReceivedResultNotice } from '@hub/prisma/platforms/generated/client.js';
import type { PlatformsTransaction } from './database.js';

/** A notice at its addressee, held to the commit: it is confirmed and objected to once. Of an act its holder’s alone: nobody waits for another’s. */
export async function lockedReceivedNotice(tx: PlatformsTransaction, id: string, holder: string | null): Promise<ReceivedResultNotice | null> {
  await tx.$queryRaw`SELECT id FROM received_result_notice WHERE id = ${id} AND (${holder}::text IS NULL OR holder = ${holder}) FOR UPDATE`;
  return tx.receivedResultNotice.findUnique({ where: { id } });
}
