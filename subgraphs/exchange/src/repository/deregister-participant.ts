import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { DeregisterParticipantInput } from '../generated/graphql.js';
import { admittedOtherParticipant } from './admitted-participant.js';
import type { ExchangeTransaction } from './database.js';
import { enterInRegister } from './enter-in-register.js';
import { eraseContact } from './erase-contact.js';
import { lapseSharing } from './lapse-sharing.js';
import { moveParticipant } from './move-participant.js';
import { answerDuty } from './open-answer-duty.js';
import { tellParticipant } from './tell-participant.js';
import type { UserKeeping } from './user-keeping.js';

/**
 * Enters that a member has left the hub for good (退出, 5.4.4). As of a suspended one the tokens of its users are worth nothing as soon as an owner has heard of it, and its delegations end;
 * besides, its grants and its own applications end, and its open duties are passed on at the next look, and its users act no more, whose names are kept for a time (5.4.3 d); the address at which it was reminded is erased. What it holds stays, under its name and on its terms.
 *
 * @throws Refusal VALUE_REQUIRED, VALUE_TOO_LONG, VALUE_INVALID, PARTICIPANT_IS_YOURS
 */
export async function deregisterParticipant(scope: ActScope<ExchangeTransaction>, input: DeregisterParticipantInput, { keptFor }: UserKeeping): Promise<ActResult> {
  const { unit } = scope;
  const { participantId, successorId } = input;
  // Both in one order: of two that are to go into each other at once, the later one finds its successor gone.
  if (successorId != null) await unit.tx.$queryRaw`SELECT id FROM participant WHERE id IN (${participantId}, ${successorId}) ORDER BY id FOR UPDATE`;
  const participant = await admittedOtherParticipant(scope, participantId);
  const reason = requireText('reason', input.reason, 1000);
  if (successorId != null) await requireSuccessor(unit.tx, participant, successorId);
  await enterInRegister(unit, { participantId, kind: 'LEFT', reason, successorId: successorId ?? null });
  await unit.tx.participantUser.updateMany({ where: { participantId, active: true }, data: { active: false, keptUntil: new Date(unit.now.getTime() + keptFor) } });
  await eraseContact(unit, participantId);
  await moveParticipant(unit, 'deregisterParticipant', participant);
  await lapseSharing(unit);
  // Answers to applications are passed on with the applications.
  await unit.tx.duty.updateMany({ where: { holder: participantId, state: 'OPEN', pausedAt: null, escalatedToId: null, kind: { not: answerDuty } }, data: { nextStageAt: unit.now } });
  await tellParticipant(unit, participantId);
  return { valueId: participantId };
}

async function requireSuccessor(tx: ExchangeTransaction, { id, kind }: { readonly id: string; readonly kind: string }, successorId: string): Promise<void> {
  const successor = await tx.participant.findFirst({ where: { id: successorId, kind, state: 'ACTIVE' } });
  const problem = { en: 'it is no active member of the same kind', 'zh-CN': '不是同类的有效成员' };
  requireValid(successor !== null && successorId !== id, 'successorId', problem, { en: 'the id of the member that goes on with its affairs', 'zh-CN': '承继其业务的成员标识' });
}
