import { StateMachine } from '@hub/kernel/states/state-machine.js';
import type { MonitoringDataDeskState } from '../generated/graphql.js';

/** Monitoring data at the regulator's desk (3.1 d): handled in a case, or filed; a new version takes its place. */
export const receivedMonitoringDataMachine = new StateMachine<
  MonitoringDataDeskState,
  'monitoring-center.MonitoringDataFedBack' | 'openHazardHandling' | 'closeHazardHandling' | 'ReceivedMonitoringDataSuperseded'
>('ReceivedMonitoringData', {
  // A new version of what an open case is on joins the case.
  'monitoring-center.MonitoringDataFedBack': { from: [], to: ['RECEIVED', 'FILED', 'IN_HANDLING'] },
  openHazardHandling: { to: ['IN_HANDLING'] },
  closeHazardHandling: { from: ['IN_HANDLING'], to: ['HANDLED'] },
  ReceivedMonitoringDataSuperseded: { from: ['RECEIVED', 'FILED', 'IN_HANDLING', 'HANDLED'], to: ['SUPERSEDED'] },
});
