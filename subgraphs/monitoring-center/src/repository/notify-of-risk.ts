import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireFuture } from '@hub/kernel/validation/require-time.js';
import { assessmentMachine } from '../domain/assessment-machine.js';
import { requireNotWidespread } from '../domain/require-not-widespread.js';
import type { NotifyOfRiskInput } from '../generated/graphql.js';
import { addresseesOfNotices } from './addressees-of-notices.js';
import type { MonitoringCenterTransaction } from './database.js';
import { moveRiskInformation } from './move-risk-information.js';
import { sendRiskNotice } from './send-risk-notice.js';

/** Notifies departments or enterprises of what is neither widespread nor common (通知, 5.1.2 b). */
export async function notifyOfRisk({ unit, admit }: ActScope<MonitoringCenterTransaction>, input: NotifyOfRiskInput): Promise<ActResult> {
  const { tx, now } = unit;
  const assessment = admit(await tx.assessment.findUnique({ where: { id: input.assessmentId } }), {
    type: 'Assessment',
    id: input.assessmentId,
    field: 'assessmentId',
    expectedRevision: input.expectedRevision,
  });
  requireNotWidespread(assessment);
  const text = requireText('text', input.text);
  const answerBy = requireFuture('answerBy', input.answerBy ?? await unit.dueBy('AnswerRiskNotice'), now);
  const addressees = await addresseesOfNotices(tx, input.addressees);
  const { count } = await tx.assessment.updateMany({
    where: { id: assessment.id, revision: assessment.revision },
    data: assessmentMachine.move('notifyOfRisk', assessment),
  });
  if (count === 0) throw new Refusal('CONCURRENT_CHANGE', { field: 'assessmentId', parameters: { type: 'Assessment' } });
  await moveRiskInformation(tx, 'notifyOfRisk', assessment.recordIds);
  const about = await tx.riskInformation.findFirstOrThrow({
    where: { id: { in: assessment.recordIds } },
    orderBy: { id: 'asc' },
    select: { productName: true, hazardItem: true },
  });
  for (const addressee of addressees) await sendRiskNotice(unit, assessment, { ...about, text, answerBy }, addressee);
  return { valueId: assessment.id };
}
