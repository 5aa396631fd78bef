import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { sampleMachine } from '../domain/sample-machine.js';
import type { MonitoringCenterTransaction } from '../repository/database.js';
import { keepUnmatchedEvent } from '../repository/keep-unmatched-event.js';
import { moveSample } from '../repository/move-sample.js';
import { sampleUnderWay, type NamedSample } from '../repository/sample-under-way.js';

/** What a lab tells of a sample that it has received (收样, 5.3.1). */
interface SampleReceiptRecorded extends NamedSample {
  readonly receivedAt: string;
  readonly sealIntact: boolean;
}

const cause = 'labs.SampleReceiptRecorded';

/** A sample has come to its lab; if nobody noted that it left, nobody needs to any more. */
export const takeInSampleReceipt: InboxHandler<MonitoringCenterTransaction> = async (unit, event, log) => {
  const receipt = event.payload as unknown as SampleReceiptRecorded;
  const underWay = await sampleUnderWay(unit.tx, receipt);
  if (!underWay || !sampleMachine.leadsFrom(cause, underWay.sample)) {
    await keepUnmatchedEvent(unit, event, 'no sample is on its way to this lab', log);
    return;
  }
  const { receivedAt, sealIntact } = receipt;
  await moveSample(unit, underWay.sample, cause, { receiptAtLab: { receivedAt, sealIntact } });
  await unit.dropDuties('DispatchSample', underWay.sample.id);
};
