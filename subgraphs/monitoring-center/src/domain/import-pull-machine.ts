import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** The pull of a source (定时采集, 5.1.1): active, paused by its centre or stopped by the hub, and resumed, until it is ended. */
export const importPullMachine = new StateMachine('ImportPull', {
  scheduleImportPull: { from: [], to: ['ACTIVE'] },
  runImportPull: { to: ['ACTIVE'] },
  pauseImportPull: { to: ['PAUSED'] },
  ImportPullStopped: { from: ['ACTIVE'], to: ['STOPPED'] },
  resumeImportPull: { to: ['ACTIVE'] },
  endImportPull: { to: ['ENDED'] },
});
