import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** A version of a mapping (映射, 5.1.1) is proposed, decided upon by a second person, and withdrawn at the end. */
export const importMappingMachine = new StateMachine('ImportMapping', {
  proposeImportMapping: { from: [], to: ['PROPOSED'] },
  decideImportMapping: { to: ['APPROVED', 'REFUSED'] },
  withdrawImportMapping: { to: ['WITHDRAWN'] },
});
