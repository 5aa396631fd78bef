import { StateMachine } from '@hub/kernel/states/state-machine.js';
import type { DutyState } from '../generated/graphql.js';

/** A duty as its owner tells of it (待办, 5.4.3 b): opened, and then done, or dropped because its cause is gone. */
export const dutyMachine = new StateMachine<DutyState, '*.DutyOpened' | '*.DutyClosed' | '*.DutyDropped'>('Duty', {
  '*.DutyOpened': { from: [], to: ['OPEN'] },
  '*.DutyClosed': { from: ['OPEN'], to: ['DONE'] },
  '*.DutyDropped': { from: ['OPEN'], to: ['DROPPED'] },
});
