import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { ActRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { Prisma, Sample } from '@hub/prisma/monitoring-center/generated/client.js';
import { contentOfPurchase } from '../domain/content-of-purchase.js';
import type { MonitoringCenterTransaction } from './database.js';
import { followRelabelled } from './follow-relabelled.js';

/**
 * Two samples turn out to bear each other's labels: their purchases change places, and what was noted under a label stays with it (更正样品标签, clause 4).
 * Both are held by whoever calls.
 */
export async function exchangePurchases(
  unit: UnitOfWork<MonitoringCenterTransaction>,
  [one, other]: readonly [Sample, Sample],
  why: { readonly reason: string; readonly acted: ActRecord },
): Promise<void> {
  const { tx } = unit;
  const purchases = await tx.purchase.findMany({ where: { id: { in: [one.purchaseId, other.purchaseId] } }, select: { id: true, number: true } });
  const numberOf = new Map(purchases.map(({ id, number }) => [id, number]));
  const swapped: Sample[] = [];
  for (const [sample, its] of [[one, other], [other, one]] as const) {
    const relabelling = { number: its.number, purchaseNumber: numberOf.get(sample.purchaseId) ?? '', reason: why.reason, acted: { ...why.acted } };
    const relabelled = await tx.sample.update({
      where: { id: sample.id },
      data: { ...contentOfPurchase(its), relabellings: [...(sample.relabellings as unknown as Prisma.InputJsonValue[]), relabelling], revision: { increment: 1 } },
    });
    unit.emit({ kind: 'SampleRelabelled', subjectType: 'Sample', subjectId: sample.id, stamps: stampsOf(relabelled), receivers: {} });
    swapped.push(relabelled);
  }
  await followRelabelled(unit, swapped);
}
