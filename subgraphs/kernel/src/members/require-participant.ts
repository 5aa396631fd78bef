import { Refusal } from '../refusals/refusal.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { findParticipant, type ReplicatedParticipant } from './find-participant.js';

/**
 * A participant of a kind that an item names.
 * @throws Refusal NOT_FOUND where there is no active one of that kind
 */
export async function requireParticipant(
  tx: Transaction,
  kind: string,
  id: string,
  field: string,
): Promise<ReplicatedParticipant> {
  const participant = await findParticipant(tx, id);
  if (participant?.kind === kind && participant.state === 'ACTIVE') return participant;
  throw new Refusal('NOT_FOUND', { field, parameters: { type: kind, id } });
}
