import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { Duty } from '@hub/prisma/exchange/generated/client.js';
import type { ExchangeTransaction } from './database.js';

/**
 * The duty that an item names, locked, for whom it concerns and who does not owe it.
 *
 * @throws Refusal NOT_FOUND, STATE_NOT_POSSIBLE
 */
export async function admittedDuty({ unit, caller, admit }: ActScope<ExchangeTransaction>, id: string): Promise<Duty> {
  // What is not locked is not acted on: it may have come to concern the caller since.
  const [locked] = await unit.tx.$queryRaw<{ id: string }[]>`SELECT id FROM duty WHERE id = ${id} AND holder <> ${caller.partyId} AND ${caller.partyId} = ANY(concerned) FOR UPDATE`;
  return admit(locked ? await unit.tx.duty.findUnique({ where: { id } }) : null, { type: 'Duty', id, field: 'dutyId' });
}
