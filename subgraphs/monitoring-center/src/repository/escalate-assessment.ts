import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { requireParticipant } from '@hub/kernel/members/require-participant.js';
import { takeNumber } from '@hub/kernel/numbers/take-numbers.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { assessmentMachine } from '../domain/assessment-machine.js';
import { assessmentReportMachine } from '../domain/assessment-report-machine.js';
import { requireEscalatable } from '../domain/require-escalatable.js';
import type { EscalateAssessmentInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { moveRiskInformation } from './move-risk-information.js';
import { whatReportRestsOn } from './what-report-rests-on.js';

/** The most assessments that one report rests on. */
const assessmentLimit = 500;

/** Forms a report on what may be regional or common, and submits it to a regulator (5.1.2 c). */
export async function escalateAssessment(
  { unit, caller, admit }: ActScope<MonitoringCenterTransaction>,
  input: EscalateAssessmentInput,
): Promise<ActResult> {
  const ids = [...new Set(input.assessmentIds)].sort();
  requireValid(ids.length > 0 && ids.length <= assessmentLimit, 'assessmentIds', { en: `a report rests on 1 to ${assessmentLimit} assessments`, 'zh-CN': `一份评估报告依据 1 至 ${assessmentLimit} 项评估` }, { en: 'the id of one assessment', 'zh-CN': '一项评估的 id' });
  const content = {
    title: requireText('title', input.title, 200),
    summary: requireText('summary', input.summary, 20_000),
    recommendation: requireText('recommendation', input.recommendation, 20_000),
  };
  await requireParticipant(unit.tx, 'REGULATOR', input.submitToId, 'submitToId');
  const rows = new Map((await unit.tx.assessment.findMany({ where: { id: { in: ids } } })).map((row) => [row.id, row]));
  const assessments = ids.map((id) => admit(rows.get(id) ?? null, { type: 'Assessment', id, field: 'assessmentIds' }));
  requireEscalatable(assessments);

  const restsOn = await whatReportRestsOn(unit.tx, assessments);
  const stamps = { holder: caller.partyId, concerned: [input.submitToId], ...assessmentReportMachine.begin('escalateAssessment') };
  const report = await unit.tx.assessmentReport.create({
    data: {
      ...content,
      ...restsOn,
      ...stamps,
      number: await takeNumber(unit.tx, 'ASSESSMENT_REPORT', { holder: caller.partyId, at: unit.now }),
      submittedToId: input.submitToId,
      submitted: { ...actRecord(unit) },
      submittedAt: unit.now,
    },
  });
  const { to: state } = assessmentMachine.arrow('escalateAssessment');
  const { count } = await unit.tx.assessment.updateMany({
    where: { id: { in: ids }, state: { in: assessments.map((assessment) => assessment.state) } },
    data: {
      reportId: report.id,
      state,
      reached: { push: state },
      concerned: { push: input.submitToId },
      revision: { increment: 1 },
    },
  });
  if (count !== ids.length) throw new Refusal('CONCURRENT_CHANGE', { field: 'assessmentIds', parameters: { type: 'Assessment' } });
  await moveRiskInformation(unit.tx, 'escalateAssessment', assessments.flatMap(({ recordIds }) => recordIds));
  unit.emit({
    kind: 'AssessmentReportSubmitted',
    subjectType: 'AssessmentReport',
    subjectId: report.id,
    stamps: stampsOf(stamps),
    receivers: {
      regulator: { id: report.id, number: report.number, title: report.title, centerId: report.holder, submittedToId: report.submittedToId, ...restsOn },
    },
  });
  return { valueId: report.id };
}
