import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { requireParticipant } from '@hub/kernel/members/require-participant.js';
import { requireParticipants } from '@hub/kernel/members/require-participants.js';
import { takeNumber } from '@hub/kernel/numbers/take-numbers.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { planContent } from '../domain/plan-content.js';
import { monitoringPlanMachine } from '../domain/monitoring-plan-machine.js';
import { productsAsJson } from '../domain/plan-products.js';
import type { DraftMonitoringPlanInput } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';

/** Drafts a plan upon reports that this regulator has accepted (3.1 b, c). */
export async function draftMonitoringPlan(
  { unit, caller, codeLists }: ActScope<RegulatorTransaction>,
  input: DraftMonitoringPlanInput,
): Promise<ActResult> {
  const content = planContent(input, { codeLists, now: unit.now });
  await requireParticipant(unit.tx, 'MONITORING_CENTER', input.centerId, 'centerId');
  await requireParticipants(unit.tx, 'PLATFORM', content.platformIds, 'platformIds');
  const reports = await acceptedReports(unit.tx, caller.partyId, content.reportIds);
  const plan = await unit.tx.monitoringPlan.create({
    data: {
      ...content,
      products: productsAsJson(content.products),
      number: await takeNumber(unit.tx, 'MONITORING_PLAN', { holder: caller.partyId, at: unit.now }),
      nature: input.nature,
      hazardDegrees: [...new Set(reports.flatMap(({ hazardDegrees }) => hazardDegrees))].sort(),
      centerId: input.centerId,
      drafted: { ...actRecord(unit) },
      holder: caller.partyId,
      concerned: [input.centerId],
      ...monitoringPlanMachine.begin('draftMonitoringPlan'),
    },
  });
  unit.emit({
    kind: 'MonitoringPlanDrafted',
    subjectType: 'MonitoringPlan',
    subjectId: plan.id,
    stamps: stampsOf(plan),
    receivers: {},
  });
  return { valueId: plan.id };
}

/** The decisions by which reports were accepted. @throws Refusal REPORT_NOT_ACCEPTED */
async function acceptedReports(tx: RegulatorTransaction, regulatorId: string, reportIds: readonly string[]) {
  const accepted = await tx.assessmentReportDecision.findMany({
    where: { reportId: { in: [...reportIds] }, holder: regulatorId, outcome: 'ACCEPTED' },
    select: { reportId: true, hazardDegrees: true },
  });
  const missing = reportIds.find((id) => !accepted.some(({ reportId }) => reportId === id));
  if (missing !== undefined) throw new Refusal('REPORT_NOT_ACCEPTED', { field: 'reportIds', parameters: { id: missing } });
  return accepted;
}
