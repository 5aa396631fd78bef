import { StateMachine } from '@hub/kernel/states/state-machine.js';
import type { DelegationState } from '../generated/graphql.js';

/**
 * That a user acts in the role of another for a time (代办授权, clause 1): until either of the two ends it, or one of them may act by it no more. That its time is
 * over is read from the clock.
 */
export const delegationMachine = new StateMachine<DelegationState, 'delegateTasks' | 'endDelegation' | 'DelegationEnded'>('Delegation', {
  delegateTasks: { from: [], to: ['GIVEN'] },
  endDelegation: { to: ['ENDED'] },
  DelegationEnded: { from: ['GIVEN'], to: ['ENDED'] },
});
