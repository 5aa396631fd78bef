import { StateMachine } from '@hub/kernel/states/state-machine.js';
import type { ObjectionState } from '../generated/graphql.js';

/** 异议 (after 5.4.1): what comes too late, or upon a notice that is no longer in force, is not admitted; the rest is decided. */
export const objectionMachine = new StateMachine<ObjectionState, 'platforms.ObjectionRaised' | 'recordObjection' | 'decideObjection' | 'orderRetest' | 'RetestEnded'>('Objection', {
  'platforms.ObjectionRaised': { from: [], to: ['RAISED', 'NOT_ADMITTED'] },
  recordObjection: { from: [], to: ['RAISED'] },
  orderRetest: { to: ['UNDER_RETEST'] },
  // Whatever came out, the regulator decides upon it.
  RetestEnded: { from: ['UNDER_RETEST'], to: ['RAISED'] },
  decideObjection: { to: ['UPHELD', 'REJECTED'] },
});
