import { StateMachine } from '@hub/kernel/states/state-machine.js';
import type { FieldClosingState } from '../generated/graphql.js';

/** A field closed at once (紧急关闭, 5.4.3 a): confirmed or reopened by a data steward. */
export const fieldClosingMachine = new StateMachine<FieldClosingState, 'closeField' | 'confirmFieldClosing' | 'reopenField'>('FieldClosing', {
  closeField: { from: [], to: ['CLOSED'] },
  confirmFieldClosing: { to: ['CONFIRMED'] },
  reopenField: { to: ['REOPENED'] },
});
