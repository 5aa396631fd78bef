import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { ExchangeTransaction } from './database.js';

/** A party that is to take part, with the first of its users. */
export interface NewMember {
  readonly participantId: string;
  readonly kind: string;
  readonly uscc: string | null;
  readonly administratorId: string;
}

/**
 * Sees that neither the party nor its first user is in the register yet. Taken under lockMembers where a row is written upon it.
 *
 * @throws Refusal PARTICIPANT_ID_TAKEN, MEMBER_ALREADY, USER_ID_TAKEN
 */
export async function requireNewMember(tx: ExchangeTransaction, { participantId, kind, uscc, administratorId }: NewMember): Promise<void> {
  if (await tx.participant.findUnique({ where: { id: participantId } })) throw new Refusal('PARTICIPANT_ID_TAKEN', { field: 'participantId', parameters: { id: participantId } });
  const known = uscc === null ? null : await tx.participant.findFirst({ where: { kind, uscc, state: { not: 'LEFT' } } });
  if (known) throw new Refusal('MEMBER_ALREADY', { field: 'uscc', parameters: { id: known.id, uscc: known.uscc ?? '' } });
  await requireNewUser(tx, 'administratorId', administratorId);
}

/** Sees that a user is of no party yet. @throws Refusal USER_ID_TAKEN */
export async function requireNewUser(tx: ExchangeTransaction, field: string, id: string): Promise<void> {
  if (await tx.participantUser.findUnique({ where: { id } })) throw new Refusal('USER_ID_TAKEN', { field, parameters: { id } });
}
