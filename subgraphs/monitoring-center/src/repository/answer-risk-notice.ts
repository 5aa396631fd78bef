import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireEvidenceFiles } from '@hub/kernel/validation/require-evidence-files.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { riskNoticeMachine } from '../domain/risk-notice-machine.js';
import type { AnswerRiskNoticeInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';

/** Answers a notice with what was done (5.1.2 b): the addressee itself, or the centre that was told otherwise. */
export async function answerRiskNotice(
  { unit, caller, admit, preserve }: ActScope<MonitoringCenterTransaction>,
  { riskNoticeId, expectedRevision, measures, evidence }: AnswerRiskNoticeInput,
): Promise<ActResult> {
  const { tx } = unit;
  const notice = admit(await tx.riskNotice.findUnique({ where: { id: riskNoticeId } }), {
    type: 'RiskNotice',
    id: riskNoticeId,
    field: 'riskNoticeId',
    expectedRevision,
  });
  const answer = {
    measures: requireText('measures', measures),
    evidence: requireEvidenceFiles('evidence', evidence ?? []).map((file) => ({ ...file })),
    answered: { ...actRecord(unit) },
    onBehalf: caller.partyId === notice.holder,
  };
  const [answered] = await tx.riskNotice.updateManyAndReturn({
    where: { id: notice.id, revision: notice.revision },
    data: { ...riskNoticeMachine.move('answerRiskNotice', notice), answer },
  });
  if (!answered) throw new Refusal('CONCURRENT_CHANGE', { field: 'riskNoticeId', parameters: { type: 'RiskNotice' } });
  await preserve({ field: 'evidence', subject: { type: 'RiskNotice', id: answered.id }, files: answer.evidence });
  await unit.closeDuties('AnswerRiskNotice', answered.id);
  unit.emit({
    kind: 'RiskNoticeAnswered',
    subjectType: 'RiskNotice',
    subjectId: answered.id,
    stamps: stampsOf(answered),
    receivers: {},
  });
  return { valueId: answered.id };
}
