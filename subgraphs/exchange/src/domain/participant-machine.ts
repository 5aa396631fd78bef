import { StateMachine } from '@hub/kernel/states/state-machine.js';
import type { ParticipantState } from '../generated/graphql.js';

/** A member of the exchange (共享单位, 5.4.4): admitted, and perhaps suspended. */
export const participantMachine = new StateMachine<ParticipantState, 'operator.admitParticipant' | 'operator.suspendParticipant'>('Participant', {
  'operator.admitParticipant': { from: [], to: ['ACTIVE'] },
  'operator.suspendParticipant': { from: ['ACTIVE'], to: ['SUSPENDED'] },
});
