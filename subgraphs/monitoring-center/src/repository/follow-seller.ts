import { regionsAround } from '@hub/kernel/lists/regions-around.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { Purchase } from '@hub/prisma/monitoring-center/generated/client.js';
import { planFollowers } from '../domain/plan-followers.js';
import type { MonitoringCenterTransaction } from './database.js';

/**
 * What rests on a purchase follows its seller as corrected: its samples and their commissions lie in the seller's region, and what is compiled of them and told to
 * nobody names the seller. Told to whoever follows the plan; what a lab sees of sample and commission stays as it was, its revision too.
 */
export async function followSeller(unit: UnitOfWork<MonitoringCenterTransaction>, purchase: Purchase): Promise<void> {
  const { tx } = unit;
  const { shopName, merchantName, merchantUscc, sellerRegion } = purchase;
  const samples = await tx.sample.updateManyAndReturn({ where: { purchaseId: purchase.id }, data: { sellerRegion, revision: { increment: 1 } } });
  const sampleIds = samples.map(({ id }) => id);
  for (const sample of samples) {
    const stamps = { ...stampsOf(sample), concerned: planFollowers(sample) };
    unit.emit({ kind: 'SampleSellerCorrected', subjectType: 'Sample', subjectId: sample.id, stamps, receivers: {} });
  }
  const compiled = await tx.monitoringData.updateManyAndReturn({
    where: { sampleId: { in: sampleIds }, state: 'COMPILED' },
    data: { shopName, merchantName, merchantUscc, sellerRegion, revision: { increment: 1 } },
  });
  for (const data of compiled) {
    unit.emit({ kind: 'MonitoringDataSellerCorrected', subjectType: 'MonitoringData', subjectId: data.id, stamps: stampsOf(data), receivers: {} });
  }
  const commissions = await tx.inspectionCommission.findMany({ where: { planId: purchase.planId, sampleIds: { hasSome: sampleIds } }, orderBy: { id: 'asc' } });
  for (const commission of commissions) {
    const regions = await tx.sample.findMany({ where: { id: { in: commission.sampleIds } }, select: { sellerRegion: true } });
    await tx.inspectionCommission.update({ where: { id: commission.id }, data: { sellerRegions: regionsAround(regions.map((each) => each.sellerRegion)) } });
  }
}
