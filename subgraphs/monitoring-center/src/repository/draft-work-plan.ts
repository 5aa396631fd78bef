import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { takeNumber } from '@hub/kernel/numbers/take-numbers.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { emptyWorkPlan, workPlanContent } from '../domain/work-plan-content.js';
import { workPlanMachine } from '../domain/work-plan-machine.js';
import type { DraftWorkPlanInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { lockOwnPlan, planInForce } from './plan-in-force.js';
import { requireMembersOfWorkPlan } from './require-members-of-work-plan.js';

/** Drafts the one work plan of a plan received (制定工作方案, 5.2.1); what is still open is filled in before it starts. */
export async function draftWorkPlan({ unit, caller }: ActScope<MonitoringCenterTransaction>, input: DraftWorkPlanInput): Promise<ActResult> {
  const { tx, now } = unit;
  await lockOwnPlan(tx, input.planId, caller.partyId);
  const plan = await planInForce(tx, input.planId, caller.partyId, 'planId');
  const before = await tx.workPlan.findUnique({ where: { planId: plan.id }, select: { number: true } });
  if (before) throw new Refusal('WORK_PLAN_EXISTS', { field: 'planId', parameters: { number: before.number } });
  const empty = emptyWorkPlan(await unit.limits());
  const content = workPlanContent(empty, input, plan, { now, empty });
  await requireMembersOfWorkPlan(tx, caller.partyId, content);
  const workPlan = await tx.workPlan.create({
    data: {
      ...content,
      ...workPlanMachine.begin('draftWorkPlan'),
      number: await takeNumber(tx, 'WORK_PLAN', { holder: plan.holder, at: now }),
      planId: plan.id,
      drafted: { ...actRecord(unit) },
      draftedAt: now,
      holder: plan.holder,
      concerned: plan.concerned,
    },
  });
  unit.emit({
    kind: 'WorkPlanDrafted',
    subjectType: 'WorkPlan',
    subjectId: workPlan.id,
    stamps: stampsOf(workPlan),
    receivers: {},
  });
  return { valueId: workPlan.id };
}
