import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** An import (导入, 5.1.1) goes on until its last row, until it is cancelled, or until something keeps all of it out. */
export const importRunMachine = new StateMachine('ImportRun', {
  startImport: { from: [], to: ['STARTED'] },
  cancelImport: { to: ['CANCELLED'] },
  ImportCompleted: { from: ['STARTED'], to: ['COMPLETED'] },
  ImportRefused: { from: ['STARTED'], to: ['REFUSED'] },
});
