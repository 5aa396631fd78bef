import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** A work plan (工作方案, 5.2.1) ends with the plan that it carries out; one that never started has nothing to complete. */
export const workPlanMachine = new StateMachine('WorkPlan', {
  draftWorkPlan: { from: [], to: ['DRAFT'] },
  startWorkPlan: { to: ['STARTED'] },
  'regulator.MonitoringPlanCancelled': { from: ['DRAFT', 'STARTED'], to: ['CANCELLED'] },
  'regulator.MonitoringPlanCompleted': { from: ['STARTED'], to: ['COMPLETED'] },
});
