import { StateMachine } from '@hub/kernel/states/state-machine.js';
import type { PlanAssignmentState } from '../generated/graphql.js';

/** 计划任务 (3.1 a): accepted or returned by the regulator below, unless it is withdrawn before; at its end with the plan that carries it out. */
export const planAssignmentMachine = new StateMachine<
  PlanAssignmentState,
  | ('assignMonitoringPlan' | 'acceptPlanAssignment' | 'returnPlanAssignment' | 'withdrawPlanAssignment')
  | ('cancelMonitoringPlan' | 'completeMonitoringPlan')
>('PlanAssignment', {
  assignMonitoringPlan: { from: [], to: ['ASSIGNED'] },
  acceptPlanAssignment: { to: ['ACCEPTED'] },
  returnPlanAssignment: { to: ['RETURNED'] },
  withdrawPlanAssignment: { to: ['WITHDRAWN'] },
  // A draft that is cancelled asked nothing of anybody: what was assigned goes back.
  cancelMonitoringPlan: { from: ['ACCEPTED'], to: ['ENDED', 'RETURNED'] },
  completeMonitoringPlan: { from: ['ACCEPTED'], to: ['ENDED'] },
});
