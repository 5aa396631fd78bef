import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** A plan as the centre received it (3.1 b): it follows what the regulator tells of its own. */
export const receivedMonitoringPlanMachine = new StateMachine('ReceivedMonitoringPlan', {
  'regulator.MonitoringPlanIssued': { from: [], to: ['ISSUED'] },
  'regulator.MonitoringPlanAmended': { from: ['ISSUED'], to: ['ISSUED'] },
  'regulator.MonitoringPlanCancelled': { from: ['ISSUED'], to: ['CANCELLED'] },
  'regulator.MonitoringPlanCompleted': { from: ['ISSUED'], to: ['COMPLETED'] },
});
