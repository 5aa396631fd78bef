import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { requireParticipants } from '@hub/kernel/members/require-participants.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireChange } from '@hub/kernel/validation/require-change.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { assignedParts } from '../domain/assigned-parts.js';
import { monitoringPlanMachine } from '../domain/monitoring-plan-machine.js';
import { planAmendment } from '../domain/plan-amendment.js';
import { requireCoversAssigned } from '../domain/require-covers-assigned.js';
import { requireCurrencyKept } from '../domain/require-currency-kept.js';
import { requireNotSampledAbove } from '../domain/require-not-sampled-above.js';
import { requireWithinAssignment } from '../domain/require-within-assignment.js';
import type { AmendMonitoringPlanInput, PlanProduct } from '../generated/graphql.js';
import { amendedForCenter } from './amended-for-center.js';
import type { RegulatorTransaction } from './database.js';
import { partsOfPlan } from './parts-of-plan.js';
import { sampledAbove } from './sampled-above.js';

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
  const products = before.products as unknown as PlanProduct[];
  const changes = planAmendment(input, products, { codeLists, now: unit.now });
  requireChange('MonitoringPlan', 'planId', before, changes);
  await requireParticipants(unit.tx, 'PLATFORM', changes.platformIds ?? [], 'platformIds');
  const assigned = assignedParts(await partsOfPlan(unit.tx, before.id));
  requireCurrencyKept(before.budgetCurrency, changes.budgetCurrency, assigned);
  const divided = { products: changes.products ?? products, budgetAmount: changes.budgetAmount ?? before.budgetAmount };
  requireCoversAssigned(divided, assigned, { batches: (position) => `products.${position - 1}.batches`, budget: 'budget.amount' });
  const assignment = before.assignmentId === null ? null : await unit.tx.planAssignment.findUnique({ where: { id: before.assignmentId } });
  if (assignment) requireWithinAssignment(assignment, changes);
  const added = (changes.products ?? []).slice(products.length);
  requireNotSampledAbove(await sampledAbove(unit.tx, before, added, unit.now), changes.resamplingGround ?? before.resamplingGround);
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
    receivers: { 'monitoring-center': amendedForCenter(plan, assigned) },
  });
  return { valueId: plan.id };
}
