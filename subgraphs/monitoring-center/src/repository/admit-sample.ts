import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { Sample } from '@hub/prisma/monitoring-center/generated/client.js';
import type { MonitoringCenterTransaction } from './database.js';
import { requireNothingProposed } from './require-nothing-proposed.js';

/**
 * Admits the sample that an item names to its act: whose label a lab is asked about stays as it is until that is settled.
 * @throws Refusal NOT_FOUND, STATE_NOT_POSSIBLE, REVISION_CONFLICT, CORRECTION_PROPOSED
 */
export async function admitSample(
  { unit, admit }: ActScope<MonitoringCenterTransaction>,
  { sampleId, expectedRevision }: { readonly sampleId: string; readonly expectedRevision?: number | null | undefined },
): Promise<Sample> {
  const sample = await unit.tx.sample.findUnique({ where: { id: sampleId } });
  const admitted = admit(sample, { type: 'Sample', id: sampleId, field: 'sampleId', expectedRevision });
  await requireNothingProposed(unit.tx, 'sampleId', [sampleId], 'SAMPLE_LABELS');
  return admitted;
}
