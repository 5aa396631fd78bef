import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { SuspendParticipantInput } from '../generated/graphql.js';
import { admittedOtherParticipant } from './admitted-participant.js';
import type { ExchangeTransaction } from './database.js';
import { enterInRegister } from './enter-in-register.js';
import { moveParticipant } from './move-participant.js';
import { tellParticipant } from './tell-participant.js';

/**
 * Suspends a member (暂停, 5.4.4): as soon as an owner has heard of it, the tokens of its users are worth nothing there. Its delegations end with it.
 *
 * @throws Refusal VALUE_REQUIRED, VALUE_TOO_LONG, PARTICIPANT_IS_YOURS
 */
export async function suspendParticipant(scope: ActScope<ExchangeTransaction>, { participantId, reason }: SuspendParticipantInput): Promise<ActResult> {
  const { unit } = scope;
  const participant = await admittedOtherParticipant(scope, participantId);
  await enterInRegister(unit, { participantId, kind: 'SUSPENDED', reason: requireText('reason', reason, 1000) });
  await moveParticipant(unit, 'suspendParticipant', participant);
  await tellParticipant(unit, participantId);
  return { valueId: participantId };
}
