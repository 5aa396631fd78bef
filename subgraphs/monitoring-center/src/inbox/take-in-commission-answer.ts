import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { MonitoringCenterTransaction } from '../repository/database.js';
import { keepUnmatchedEvent } from '../repository/keep-unmatched-event.js';
import { releaseSamples } from '../repository/release-samples.js';

/** What a lab tells of its answer to a commission (3.3 a). */
interface CommissionAnswered {
  readonly commissionId: string;
  readonly labId: string;
  readonly answer: 'ACCEPTED' | 'DECLINED';
}

/** A lab's answer arrives: the commission is accepted, or declined and its samples are free for another lab. */
export const takeInCommissionAnswer: InboxHandler<MonitoringCenterTransaction> = async (unit, event, log) => {
  const { commissionId, labId, answer } = event.payload as unknown as CommissionAnswered;
  const commission = await unit.tx.inspectionCommission.findUnique({ where: { id: commissionId } });
  if (commission?.labId !== labId || commission.state !== 'ISSUED') {
    await keepUnmatchedEvent(unit, event, commission?.labId === labId ? `the commission is ${commission.state} already` : 'the lab has no such commission', log);
    return;
  }
  const answered = await unit.tx.inspectionCommission.update({
    where: { id: commission.id },
    data: { state: answer, reached: { push: answer }, revision: { increment: 1 } },
  });
  if (answer === 'DECLINED') await releaseSamples(unit.tx, commission.id, labId);
  unit.emit({
    kind: answer === 'ACCEPTED' ? 'InspectionCommissionAccepted' : 'InspectionCommissionDeclined',
    subjectType: 'InspectionCommission',
    subjectId: commission.id,
    stamps: stampsOf(answered),
    receivers: {},
  });
};
