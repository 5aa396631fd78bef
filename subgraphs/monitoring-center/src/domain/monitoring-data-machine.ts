import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** Monitoring data is formed and fed back (3.2 d, 5.4.1); a version gives way to a newer one. */
export const monitoringDataMachine = new StateMachine('MonitoringData', {
  compileMonitoringData: { from: [], to: ['COMPILED'] },
  feedBackMonitoringData: { to: ['FED_BACK'] },
  MonitoringDataSuperseded: { from: ['COMPILED', 'FED_BACK'], to: ['SUPERSEDED'] },
});
