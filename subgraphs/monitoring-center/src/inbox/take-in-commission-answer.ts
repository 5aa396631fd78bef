import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { inspectionCommissionMachine } from '../domain/inspection-commission-machine.js';
import type { MonitoringCenterTransaction } from '../repository/database.js';
import { keepUnmatchedEvent } from '../repository/keep-unmatched-event.js';
import { lockedCommission } from '../repository/locked-commission.js';
import { openSampleDuty } from '../repository/open-sample-duty.js';
import { releaseSamples } from '../repository/release-samples.js';

/** What a lab tells of its answer to a commission (3.3 a). */
interface CommissionAnswered {
  readonly commissionId: string;
  readonly labId: string;
  readonly answer: 'ACCEPTED' | 'DECLINED';
}

const cause = 'labs.CommissionAnswered';

/** A lab's answer arrives: its samples are to be dispatched, or they are free for another lab (3.3 a). */
export const takeInCommissionAnswer: InboxHandler<MonitoringCenterTransaction> = async (unit, event, log) => {
  const { commissionId, labId, answer } = event.payload as unknown as CommissionAnswered;
  const commission = await lockedCommission(unit.tx, commissionId, labId);
  if (commission?.labId !== labId || !inspectionCommissionMachine.leadsFrom(cause, commission)) {
    await keepUnmatchedEvent(unit, event, commission?.labId === labId ? `the commission is ${commission.state} already` : 'the lab has no such commission', log);
    return;
  }
  const answered = await unit.tx.inspectionCommission.update({
    where: { id: commission.id },
    data: inspectionCommissionMachine.move(cause, commission, answer),
  });
  if (answer === 'DECLINED') await releaseSamples(unit.tx, commission, cause);
  else {
    const samples = await unit.tx.sample.findMany({ where: { commissionId: commission.id } });
    for (const sample of samples) await openSampleDuty(unit, sample, 'DispatchSample', unit.now);
  }
  unit.emit({
    kind: answer === 'ACCEPTED' ? 'InspectionCommissionAccepted' : 'InspectionCommissionDeclined',
    subjectType: 'InspectionCommission',
    subjectId: commission.id,
    stamps: stampsOf(answered),
    receivers: {},
  });
};
