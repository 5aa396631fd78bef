import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { Sample } from '@hub/prisma/monitoring-center/generated/client.js';
import { toldOfPurchase } from '../domain/told-of-purchase.js';
import type { MonitoringCenterTransaction } from './database.js';
import { whatSamplesAre } from './what-samples-are.js';

/** What rests on samples that bore each other's labels follows their purchases: what is compiled of them and told to nobody, and by what their commissions are found. */
export async function followRelabelled(unit: UnitOfWork<MonitoringCenterTransaction>, samples: readonly Sample[]): Promise<void> {
  const { tx } = unit;
  for (const sample of samples) {
    const purchase = await tx.purchase.findUniqueOrThrow({ where: { id: sample.purchaseId } });
    for (const { id, producerDisowned } of await tx.monitoringData.findMany({ where: { sampleId: sample.id, state: 'COMPILED' } })) {
      const data = await tx.monitoringData.update({ where: { id }, data: { ...toldOfPurchase(purchase, sample, producerDisowned), revision: { increment: 1 } } });
      unit.emit({ kind: 'MonitoringDataRelabelled', subjectType: 'MonitoringData', subjectId: id, stamps: stampsOf(data), receivers: {} });
    }
  }
  const commissions = await tx.inspectionCommission.findMany({ where: { id: { in: samples.flatMap(({ commissionId }) => commissionId ?? []) } }, orderBy: { id: 'asc' } });
  for (const { id, sampleIds } of commissions) {
    await tx.inspectionCommission.update({ where: { id }, data: await whatSamplesAre(tx, await tx.sample.findMany({ where: { id: { in: sampleIds } } })) });
  }
}
