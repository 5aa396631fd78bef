import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { optionalText } from '@hub/kernel/validation/require-text.js';
import { assessmentReportDecisionMachine } from '../domain/assessment-report-decision-machine.js';
import { receivedAssessmentReportMachine } from '../domain/received-assessment-report-machine.js';
import type { DecideAssessmentReportInput } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';

/** Decides a report at the desk: the decision stands for itself, the desk is cleared, the centre is told (3.1 b). */
export async function decideAssessmentReport(
  { unit, admit }: ActScope<RegulatorTransaction>,
  input: DecideAssessmentReportInput,
): Promise<ActResult> {
  const report = admit(await unit.tx.receivedAssessmentReport.findUnique({ where: { id: input.reportId } }), {
    type: 'ReceivedAssessmentReport',
    id: input.reportId,
    field: 'reportId',
  });
  const reason = optionalText('reason', input.reason);
  if (input.outcome === 'RETURNED' && reason === null) {
    const problem = { en: 'a report is returned with a reason', 'zh-CN': '退回评估报告须说明理由' };
    throw new Refusal('VALUE_REQUIRED', { field: 'reason', parameters: { field: 'reason', problem } });
  }
  const desk = await unit.tx.receivedAssessmentReport.updateMany({
    where: { id: report.id, revision: report.revision },
    data: receivedAssessmentReportMachine.move('decideAssessmentReport', report),
  });
  if (desk.count === 0) throw new Refusal('CONCURRENT_CHANGE', { field: 'reportId', parameters: { type: 'ReceivedAssessmentReport' } });
  const decided = actRecord(unit);
  const decision = await unit.tx.assessmentReportDecision.create({
    data: {
      reportId: report.id,
      outcome: input.outcome,
      reason,
      productCategories: report.productCategories,
      platforms: report.platforms,
      hazardDegrees: report.hazardDegrees,
      decided: { ...decided },
      holder: report.holder,
      concerned: report.concerned,
      ...assessmentReportDecisionMachine.begin('decideAssessmentReport', input.outcome),
    },
  });
  await unit.closeDuties('DecideAssessmentReport', report.id);
  unit.emit({
    kind: 'AssessmentReportDecided',
    subjectType: 'AssessmentReportDecision',
    subjectId: decision.id,
    stamps: stampsOf(decision),
    receivers: { 'monitoring-center': { reportId: report.id, outcome: decision.outcome } },
  });
  return { valueId: decision.id };
}
