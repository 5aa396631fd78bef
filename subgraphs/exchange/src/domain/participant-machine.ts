import { StateMachine } from '@hub/kernel/states/state-machine.js';
import type { ParticipantState } from '../generated/graphql.js';

type Cause = 'operator.recordParticipant' | 'admitParticipant' | 'suspendParticipant' | 'reinstateParticipant' | 'deregisterParticipant';

/** A member of the exchange (共享单位, 5.4.4): admitted, perhaps suspended for a time, and perhaps gone for good. */
export const participantMachine = new StateMachine<ParticipantState, Cause>('Participant', {
  'operator.recordParticipant': { from: [], to: ['ACTIVE'] },
  admitParticipant: { from: [], to: ['ACTIVE'] },
  suspendParticipant: { to: ['SUSPENDED'] },
  reinstateParticipant: { to: ['ACTIVE'] },
  deregisterParticipant: { to: ['LEFT'] },
});
