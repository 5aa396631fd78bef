import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { Json } from '@hub/kernel/log/event.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { monitoringPlanMachine } from '../domain/monitoring-plan-machine.js';
import { requireNotSampledAbove } from '../domain/require-not-sampled-above.js';
import type { IssueMonitoringPlanInput, PlanProduct } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';
import { sampledAbove } from './sampled-above.js';

/** Issues a plan (下达, 3.1 b): from now on the centre sees it and carries it out. */
export async function issueMonitoringPlan(
  { unit, admit }: ActScope<RegulatorTransaction>,
  input: IssueMonitoringPlanInput,
): Promise<ActResult> {
  const draft = admit(await unit.tx.monitoringPlan.findUnique({ where: { id: input.planId } }), {
    type: 'MonitoringPlan',
    id: input.planId,
    field: 'planId',
    expectedRevision: input.expectedRevision,
  });
  const resamplingGround = input.resamplingGround ?? null;
  requireNotSampledAbove(await sampledAbove(unit.tx, draft, draft.products as unknown as PlanProduct[], unit.now), resamplingGround);
  const [plan] = await unit.tx.monitoringPlan.updateManyAndReturn({
    where: { id: draft.id, revision: draft.revision },
    data: { ...monitoringPlanMachine.move('issueMonitoringPlan', draft), issued: { ...actRecord(unit) }, resamplingGround },
  });
  if (!plan) throw new Refusal('CONCURRENT_CHANGE', { field: 'planId', parameters: { type: 'MonitoringPlan' } });
  unit.emit({
    kind: 'MonitoringPlanIssued',
    subjectType: 'MonitoringPlan',
    subjectId: plan.id,
    stamps: stampsOf(plan),
    receivers: {
      'monitoring-center': {
        id: plan.id,
        number: plan.number,
        title: plan.title,
        nature: plan.nature,
        regulatorId: plan.holder,
        centerId: plan.centerId,
        platformIds: plan.platformIds,
        products: plan.products as Json,
        deadline: plan.deadline.toISOString(),
        feedbackWithin: plan.feedbackWithin,
      },
    },
  });
  return { valueId: plan.id };
}
