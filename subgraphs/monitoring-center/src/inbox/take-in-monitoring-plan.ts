import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { feedbackWithin } from '../domain/feedback-within.js';
import type { PlanProduct } from '../domain/plan-product.js';
import { receivedMonitoringPlanMachine } from '../domain/received-monitoring-plan-machine.js';
import type { MonitoringCenterTransaction } from '../repository/database.js';
import { oweWorkPlan } from '../repository/owe-work-plan.js';

/** What the regulator tells of a plan that it issues (3.1 b, c). */
interface MonitoringPlanIssued {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly nature: string;
  readonly regulatorId: string;
  readonly centerId: string;
  readonly platformIds: readonly string[];
  readonly products: readonly PlanProduct[];
  readonly deadline: string;
  readonly feedbackWithin: string;
}

/** A plan arrives: the centre owes a work plan for it (5.2.1). */
export const takeInMonitoringPlan: InboxHandler<MonitoringCenterTransaction> = async (unit, event, log) => {
  const { centerId, regulatorId, ...plan } = event.payload as unknown as MonitoringPlanIssued;
  const within = feedbackWithin(plan.feedbackWithin, await unit.limits());
  if (within !== plan.feedbackWithin) {
    log.warn({ plan: plan.id, told: plan.feedbackWithin, within }, 'the time for feedback of a plan cannot be read; the usual one holds');
  }
  const stamps = { holder: centerId, concerned: [regulatorId] };
  const content = {
    number: plan.number,
    title: plan.title,
    nature: plan.nature,
    platformIds: [...plan.platformIds],
    products: plan.products as object[],
    deadline: new Date(plan.deadline),
    feedbackWithin: within,
    receivedAt: unit.now,
    cause: `${event.source}:${event.id}`,
    ...stamps,
  };
  const begun = receivedMonitoringPlanMachine.begin('regulator.MonitoringPlanIssued');
  const known = await unit.tx.receivedMonitoringPlan.findUnique({ where: { id: plan.id }, select: { id: true } });
  const received = await unit.tx.receivedMonitoringPlan.upsert({ where: { id: plan.id }, create: { id: plan.id, ...content, ...begun }, update: content });
  if (!known) await oweWorkPlan(unit, received);
  unit.emit({
    kind: 'MonitoringPlanReceived',
    subjectType: 'MonitoringPlan',
    subjectId: plan.id,
    stamps: stampsOf({ ...stamps, ...begun }),
    receivers: {},
  });
};
