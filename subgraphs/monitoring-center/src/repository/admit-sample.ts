import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { Sample } from '@hub/prisma/monitoring-center/generated/client.js';
import type { MonitoringCenterTransaction } from './database.js';

/** Admits the sample that an item names to its act. @throws Refusal NOT_FOUND, STATE_NOT_POSSIBLE, REVISION_CONFLICT */
export async function admitSample(
  { unit, admit }: ActScope<MonitoringCenterTransaction>,
  { sampleId, expectedRevision }: { readonly sampleId: string; readonly expectedRevision?: number | null | undefined },
): Promise<Sample> {
  const sample = await unit.tx.sample.findUnique({ where: { id: sampleId } });
  return admit(sample, { type: 'Sample', id: sampleId, field: 'sampleId', expectedRevision });
}
