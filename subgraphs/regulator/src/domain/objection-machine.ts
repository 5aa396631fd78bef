import { StateMachine } from '@hub/kernel/states/state-machine.js';
import type { ObjectionState } from '../generated/graphql.js';

/** 异议 (after 5.4.1): what comes too late, or upon a notice that is no longer in force, is not admitted; the rest is decided. */
export const objectionMachine = new StateMachine<ObjectionState, 'platforms.ObjectionRaised' | 'recordObjection' | 'decideObjection'>('Objection', {
  'platforms.ObjectionRaised': { from: [], to: ['RAISED', 'NOT_ADMITTED'] },
  recordObjection: { from: [], to: ['RAISED'] },
  decideObjection: { to: ['UPHELD', 'REJECTED'] },
});
