import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** Monitoring data is formed and fed back (3.2 d, 5.4.1). */
export const monitoringDataMachine = new StateMachine('MonitoringData', {
  compileMonitoringData: { from: [], to: ['COMPILED'] },
  feedBackMonitoringData: { to: ['FED_BACK'] },
});
