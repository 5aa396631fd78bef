import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { DataCorrection } from '@hub/prisma/exchange/generated/client.js';
import type { ExchangeTransaction } from './database.js';

/**
 * The correction that an item names, locked, for its holder or for its requester: their acts differ, and neither does the other's.
 *
 * @throws Refusal NOT_FOUND, STATE_NOT_POSSIBLE, REVISION_CONFLICT
 */
export async function admittedDataCorrection(
  { unit, caller, admit }: ActScope<ExchangeTransaction>,
  { correctionId: id, expectedRevision }: { readonly correctionId: string; readonly expectedRevision?: number | null | undefined },
  by: 'holder' | 'requester',
): Promise<DataCorrection> {
  // What is not locked is not acted on: it may have come to concern the caller since.
  const [locked] = await unit.tx.$queryRaw<{ id: string }[]>`SELECT id FROM data_correction WHERE id = ${id} AND (holder = ${caller.partyId} OR ${caller.partyId} = ANY(concerned)) FOR UPDATE`;
  const correction = admit(locked ? await unit.tx.dataCorrection.findUnique({ where: { id } }) : null, { type: 'DataCorrection', id, field: 'correctionId', expectedRevision });
  if ((by === 'requester' ? correction.requesterId : correction.holder) !== caller.partyId) throw new Refusal('NOT_FOUND', { field: 'correctionId', parameters: { type: 'DataCorrection', id } });
  return correction;
}
