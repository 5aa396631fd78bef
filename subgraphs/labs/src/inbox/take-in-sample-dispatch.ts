import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { SampleDispatch } from '../domain/sample-dispatch.js';
import type { LabsTransaction } from '../repository/database.js';

/** What the centre tells of a sample that it sends (出库送检, 5.2.4 a). */
interface SampleDispatched extends SampleDispatch {
  readonly sampleId: string;
  readonly commissionId: string;
}

/**
 * A sample is on its way: its receipt is owed, unless it has arrived before the news of it. The seal that it was sent under is
 * kept, to be compared with the one found (5.3.1).
 */
export const takeInSampleDispatch: InboxHandler<LabsTransaction> = async (unit, event, log) => {
  const { sampleId, commissionId, sealNumber, quantity, carrier = null, waybill = null, dispatchedAt } = event.payload as unknown as SampleDispatched;
  const expected = await unit.tx.sampleReceipt.findUnique({ where: { commissionId_sampleId: { commissionId, sampleId } } });
  if (!expected) {
    log.warn({ event: event.id, commissionId, sampleId }, 'a sample was dispatched that no lab here expects');
    return;
  }
  const dispatch: SampleDispatch = { sealNumber, quantity, carrier, waybill, dispatchedAt };
  const receipt = await unit.tx.sampleReceipt.update({ where: { id: expected.id }, data: { dispatch, revision: { increment: 1 } } });
  if (receipt.state === 'EXPECTED') {
    await unit.openDuty({
      kind: 'ReceiveSample',
      subjectType: 'SampleReceipt',
      subjectId: receipt.id,
      partyId: receipt.holder,
      role: 'TECHNICIAN',
      dueAt: await unit.dueBy('ReceiveSample', new Date(dispatchedAt)),
      concerned: receipt.concerned,
    });
  }
  unit.emit({ kind: 'SampleOnItsWay', subjectType: 'SampleReceipt', subjectId: receipt.id, stamps: stampsOf(receipt), receivers: {} });
};
