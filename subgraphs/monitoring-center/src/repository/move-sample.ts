import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { Prisma, Sample } from '@hub/prisma/monitoring-center/generated/client.js';
import { sampleMachine, type SampleCause } from '../domain/sample-machine.js';
import type { MonitoringCenterTransaction } from './database.js';

/**
 * Moves a sample on, notes what the step says of it, and tells of it (5.2.3, 5.2.4). Whether the step is possible is asked
 * before.
 *
 * @param to which state, where the cause leads to several
 * @throws Refusal CONCURRENT_CHANGE
 */
export async function moveSample(
  unit: UnitOfWork<MonitoringCenterTransaction>,
  sample: Sample,
  cause: SampleCause,
  noted: Prisma.SampleUncheckedUpdateManyInput = {},
  to?: Parameters<typeof sampleMachine.move>[2],
): Promise<Sample> {
  const [moved] = await unit.tx.sample.updateManyAndReturn({
    where: { id: sample.id, revision: sample.revision },
    data: { ...noted, ...sampleMachine.move(cause, sample, to) },
  });
  if (!moved) throw new Refusal('CONCURRENT_CHANGE', { field: 'sampleId', parameters: { type: 'Sample' } });
  unit.emit({ kind: 'SampleMoved', subjectType: 'Sample', subjectId: moved.id, stamps: stampsOf(moved), receivers: {} });
  return moved;
}
