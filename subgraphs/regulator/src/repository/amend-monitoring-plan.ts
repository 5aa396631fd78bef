import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { Json } from '@hub/kernel/log/event.js';
import { requireParticipants } from '@hub/kernel/members/require-participants.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireChange } from '@hub/kernel/validation/require-change.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { monitoringPlanMachine } from '../domain/monitoring-plan-machine.js';
import { planAmendment } from '../domain/plan-amendment.js';
import type { AmendMonitoringPlanInput, PlanProduct } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';

/** Amends a plan in force (调整, 3.1): what stood before stays readable as a version, and the centre follows. */
export async function amendMonitoringPlan(
  { unit, codeLists, admit }: ActScope<RegulatorTransaction>,
  input: AmendMonitoringPlanInput,
): Promise<ActResult> {
  const before = admit(await unit.tx.monitoringPlan.findUnique({ where: { id: input.planId } }), {
    type: 'MonitoringPlan',
    id: input.planId,
    field: 'planId',
    expectedRevision: input.expectedRevision,
  });
  const reason = requireText('reason', input.reason);
  const changes = planAmendment(input, before.products as unknown as PlanProduct[], { codeLists, now: unit.now });
  requireChange('MonitoringPlan', 'planId', before, changes);
  await requireParticipants(unit.tx, 'PLATFORM', changes.platformIds ?? [], 'platformIds');
  const [plan] = await unit.tx.monitoringPlan.updateManyAndReturn({
    where: { id: before.id, revision: before.revision },
    data: { ...monitoringPlanMachine.move('amendMonitoringPlan', before), ...changes, version: { increment: 1 } },
  });
  if (!plan) throw new Refusal('CONCURRENT_CHANGE', { field: 'planId', parameters: { type: 'MonitoringPlan' } });
  await unit.tx.monitoringPlanVersion.create({
    data: {
      planId: before.id,
      version: before.version,
      products: before.products as object[],
      platformIds: before.platformIds,
      deadline: before.deadline,
      feedbackWithin: before.feedbackWithin,
      budgetAmount: before.budgetAmount,
      budgetCurrency: before.budgetCurrency,
      replaced: { ...actRecord(unit) },
      reason,
      holder: before.holder,
      concerned: before.concerned,
    },
  });
  unit.emit({
    kind: 'MonitoringPlanAmended',
    subjectType: 'MonitoringPlan',
    subjectId: plan.id,
    stamps: stampsOf(plan),
    receivers: {
      'monitoring-center': {
        id: plan.id,
        version: plan.version,
        products: plan.products as Json,
        platformIds: plan.platformIds,
        deadline: plan.deadline.toISOString(),
        feedbackWithin: plan.feedbackWithin,
      },
    },
  });
  return { valueId: plan.id };
}
