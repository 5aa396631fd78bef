import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { ReinstateParticipantInput } from '../generated/graphql.js';
import { admittedParticipant } from './admitted-participant.js';
import type { ExchangeTransaction } from './database.js';
import { enterInRegister } from './enter-in-register.js';
import { moveParticipant } from './move-participant.js';
import { tellParticipant } from './tell-participant.js';

/** Lets a suspended member act again (恢复, 5.4.4); what its users had delegated is delegated anew. */
export async function reinstateParticipant(scope: ActScope<ExchangeTransaction>, { participantId, reason }: ReinstateParticipantInput): Promise<ActResult> {
  const { unit } = scope;
  const participant = await admittedParticipant(scope, participantId);
  await enterInRegister(unit, { participantId, kind: 'REINSTATED', reason: requireText('reason', reason, 1000) });
  await moveParticipant(unit, 'reinstateParticipant', participant);
  await tellParticipant(unit, participantId);
  return { valueId: participantId };
}
