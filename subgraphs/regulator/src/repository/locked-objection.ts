import type { Objection } from '@hub/prisma/regulator/generated/client.js';
import type { RegulatorTransaction } from './database.js';

/** An objection of a regulator, held to the commit: it is decided once. Nobody waits for another’s. */
export async function lockedObjection(tx: RegulatorTransaction, id: string, holder: string): Promise<Objection | null> {
  await tx.$queryRaw`SELECT id FROM objection WHERE id = ${id} AND holder = ${holder} FOR UPDATE`;
  return tx.objection.findUnique({ where: { id } });
}
