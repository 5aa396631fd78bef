import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** 签收 (5.4.2): monitoring data at the platform's desk, until a new version takes its place. */
export const acknowledgementMachine = new StateMachine('MonitoringDataAcknowledgement', {
  'monitoring-center.MonitoringDataFedBack': { from: [], to: ['RECEIVED'] },
  acknowledgeMonitoringData: { to: ['ACKNOWLEDGED'] },
  MonitoringDataSuperseded: { from: ['RECEIVED', 'ACKNOWLEDGED'], to: ['SUPERSEDED'] },
});
