import type { Duty } from '@hub/prisma/exchange/generated/client.js';
import type { ExchangeTransaction } from './database.js';

/** A duty that a party owes, locked, so that two who claim it, and whoever ends it, wait for each other; null where there is none. */
export async function lockDuty(tx: ExchangeTransaction, id: string, partyId: string): Promise<Duty | null> {
  const [locked] = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM duty WHERE id = ${id} AND holder = ${partyId} FOR UPDATE`;
  return locked ? tx.duty.findUnique({ where: { id } }) : null;
}
