import { StateMachine } from '@hub/kernel/states/state-machine.js';
import type { MonitoringPlanState } from '../generated/graphql.js';

/** A monitoring plan (3.1): drafted, or begun with what a regulator above assigned; issued, amended while in force, and completed or cancelled. */
export const monitoringPlanMachine = new StateMachine<
  MonitoringPlanState,
  | ('draftMonitoringPlan' | 'issueMonitoringPlan' | 'amendMonitoringPlan' | 'cancelMonitoringPlan' | 'completeMonitoringPlan')
  | ('acceptPlanAssignment' | 'returnPlanAssignment')
>('MonitoringPlan', {
  draftMonitoringPlan: { from: [], to: ['DRAFT'] },
  acceptPlanAssignment: { from: [], to: ['DRAFT'] },
  returnPlanAssignment: { from: ['DRAFT'], to: ['CANCELLED'] },
  issueMonitoringPlan: { to: ['ISSUED'] },
  amendMonitoringPlan: { to: ['ISSUED'] },
  cancelMonitoringPlan: { to: ['CANCELLED'] },
  completeMonitoringPlan: { to: ['COMPLETED'] },
});
