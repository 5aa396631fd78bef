import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { Sample } from '@hub/prisma/monitoring-center/generated/client.js';
import { planFollowers } from '../domain/plan-followers.js';
import { sampleMachine } from '../domain/sample-machine.js';
import { blindNumber } from './blind-number.js';
import type { MonitoringCenterTransaction } from './database.js';

/** What a retest asks for. */
interface AskedRetest {
  readonly retestId: string;
  /** Units kept back. */
  readonly quantity: number;
  readonly dueAt: Date;
}

/**
 * Makes the retention sample (备样) a sample of its own, in the warehouse and under a blind number of its own, so that it goes the way of every sample and no lab
 * learns that it is a retest. The first sample and its lab learn nothing of it.
 */
export async function setApartRetention(unit: UnitOfWork<MonitoringCenterTransaction>, first: Sample, { retestId, quantity, dueAt }: AskedRetest): Promise<void> {
  const { number, productKind, productName, purchaseId, planId, planProduct, productCategory, holder, sellerRegion, producerRegion } = first;
  const sample = await unit.tx.sample.create({
    data: {
      ...{ productKind, productName, purchaseId, planId, planProduct, productCategory, holder, sellerRegion, producerRegion, quantity, retestId },
      number: `${number}-BY`,
      blindNumber: blindNumber(),
      retestOfId: first.id,
      recordedAt: unit.now,
      warehousing: { ...(first.warehousing as object), quantityForTest: quantity, quantityRetained: 0 },
      concerned: planFollowers(first),
      ...sampleMachine.begin('regulator.RetestOrdered'),
    },
  });
  await unit.openDuty({
    kind: 'CarryOutRetest',
    subjectType: 'Sample',
    subjectId: sample.id,
    partyId: holder,
    role: 'ANALYST',
    dueAt,
    concerned: sample.concerned,
    partOf: planId,
  });
  unit.emit({ kind: 'SampleMoved', subjectType: 'Sample', subjectId: sample.id, stamps: stampsOf(sample), receivers: {} });
}
