import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { MonitoringData, Sample } from '@hub/prisma/monitoring-center/generated/client.js';
import type { MonitoringCenterTransaction } from './database.js';

/**
 * The latest version of the monitoring data on a sample and on its retention sample, which are one document.
 * @throws Refusal RETEST_CONCLUDED where the retention sample was tested: its result is final, and nothing is made of the first any more
 */
export async function latestVersion(tx: MonitoringCenterTransaction, { id, retestOfId }: Sample): Promise<MonitoringData | null> {
  const any = await tx.monitoringData.findFirst({ where: { sampleId: { in: retestOfId === null ? [id] : [id, retestOfId] } } });
  const latest = any && (await tx.monitoringData.findFirst({ where: { document: any.document }, orderBy: { version: 'desc' } }));
  if (latest && latest.sampleId !== id && retestOfId === null) {
    throw new Refusal('RETEST_CONCLUDED', { field: 'sampleId', parameters: { number: latest.number } });
  }
  return latest;
}
