import type { Assessment, RiskNotice } from '@hub/prisma/monitoring-center/generated/client.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { takeNumber } from '@hub/kernel/numbers/take-numbers.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { riskNoticeMachine } from '../domain/risk-notice-machine.js';
import type { Addressee } from './addressees-of-notices.js';
import type { MonitoringCenterTransaction } from './database.js';

/** What all notices upon one assessment say. */
export type NoticeContent = Pick<RiskNotice, 'productName' | 'hazardItem' | 'text' | 'answerBy'>;

/** Sends one notice (风险通知, 5.1.2 b); its addressee owes the answer, or the centre that of one without an account. */
export async function sendRiskNotice(
  unit: UnitOfWork<MonitoringCenterTransaction>,
  { id: assessmentId, holder }: Assessment,
  content: NoticeContent,
  addressee: Addressee,
): Promise<void> {
  const { addresseeId } = addressee;
  const notice = await unit.tx.riskNotice.create({
    data: {
      ...content,
      ...addressee,
      ...riskNoticeMachine.begin('notifyOfRisk'),
      number: await takeNumber(unit.tx, 'RISK_NOTICE', { holder, at: unit.now }),
      assessmentId,
      sent: { ...actRecord(unit) },
      sentAt: unit.now,
      holder,
      concerned: addresseeId === null ? [] : [addresseeId],
    },
  });
  await unit.openDuty({
    kind: 'AnswerRiskNotice',
    subjectType: 'RiskNotice',
    subjectId: notice.id,
    partyId: addresseeId ?? holder,
    role: addresseeId === null ? 'ANALYST' : 'OFFICER',
    dueAt: notice.answerBy,
    concerned: addresseeId === null ? [] : [holder],
  });
  unit.emit({
    kind: 'RiskNotified',
    subjectType: 'RiskNotice',
    subjectId: notice.id,
    stamps: stampsOf(notice),
    receivers: {},
  });
}
