import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** 自检自查 (3.5): filed, then rectified. */
export const selfInspectionMachine = new StateMachine('SelfInspection', {
  fileSelfInspection: { from: [], to: ['FILED'] },
  fileRectification: { to: ['RECTIFIED'] },
});
