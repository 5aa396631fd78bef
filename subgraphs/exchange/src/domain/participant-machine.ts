import { StateMachine } from '@hub/kernel/states/state-machine.js';
import type { ParticipantState } from '../generated/graphql.js';

/** A member of the exchange (共享单位, 5.4.4): admitted, perhaps suspended, and perhaps gone for good. */
export const participantMachine = new StateMachine<ParticipantState, 'operator.admitParticipant' | 'operator.suspendParticipant' | 'operator.deregisterParticipant'>('Participant', {
  'operator.admitParticipant': { from: [], to: ['ACTIVE'] },
  'operator.suspendParticipant': { from: ['ACTIVE'], to: ['SUSPENDED'] },
  'operator.deregisterParticipant': { from: ['ACTIVE', 'SUSPENDED'], to: ['LEFT'] },
});
