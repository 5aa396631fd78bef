import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { feedbackWithin } from '../domain/feedback-within.js';
import type { PlanProduct } from '../domain/plan-product.js';
import { receivedMonitoringPlanMachine } from '../domain/received-monitoring-plan-machine.js';
import type { MonitoringCenterTransaction } from '../repository/database.js';
import { keepUnmatchedEvent } from '../repository/keep-unmatched-event.js';
import { oweWorkPlan } from '../repository/owe-work-plan.js';
import { lockPlan } from '../repository/plan-in-force.js';

/** What the regulator tells of a plan that it amends (3.1): all that it says now. */
interface MonitoringPlanAmended {
  readonly id: string;
  readonly version: number;
  readonly products: readonly PlanProduct[];
  readonly platformIds: readonly string[];
  readonly deadline: string;
  readonly feedbackWithin: string;
}

const cause = 'regulator.MonitoringPlanAmended';

/** An amendment arrives: from now on is ordered by what the plan says now. What was ordered before stays; a work plan is owed as long as there is something to buy. */
export const takeInPlanAmendment: InboxHandler<MonitoringCenterTransaction> = async (unit, event, log) => {
  const amendment = event.payload as unknown as MonitoringPlanAmended;
  await lockPlan(unit.tx, amendment.id);
  const plan = await unit.tx.receivedMonitoringPlan.findUnique({ where: { id: amendment.id } });
  if (!plan || !receivedMonitoringPlanMachine.leadsFrom(cause, plan)) {
    await keepUnmatchedEvent(unit, event, plan ? `the plan is ${plan.state} already` : 'the plan is not known', log);
    return;
  }
  const amended = await unit.tx.receivedMonitoringPlan.update({
    where: { id: plan.id },
    data: {
      ...receivedMonitoringPlanMachine.move(cause, plan),
      version: amendment.version,
      products: amendment.products as object[],
      platformIds: [...amendment.platformIds],
      deadline: new Date(amendment.deadline),
      feedbackWithin: feedbackWithin(amendment.feedbackWithin, await unit.limits()),
      cause: `${event.source}:${event.id}`,
    },
  });
  await oweWorkPlan(unit, amended);
  unit.emit({
    kind: 'MonitoringPlanAmendmentReceived',
    subjectType: 'MonitoringPlan',
    subjectId: amended.id,
    stamps: stampsOf(amended),
    receivers: {},
  });
};
