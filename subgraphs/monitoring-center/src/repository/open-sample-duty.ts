import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { Sample } from '@hub/prisma/monitoring-center/generated/client.js';
import { dueAfter } from '../domain/due-after.js';
import { planFollowers } from '../domain/plan-followers.js';
import type { MonitoringCenterTransaction } from './database.js';
import { samplingTimeLimit, type SamplingTimeLimit } from './sampling-time-limit.js';

/** What a centre owes on a sample, by whom and within which limit (5.2.3, 5.2.4). */
const duties = {
  ShipSample: { role: 'SAMPLER', within: 'shipWithin' },
  VerifySample: { role: 'STOREKEEPER', within: 'verifyWithin' },
  WarehouseSample: { role: 'STOREKEEPER', within: 'warehouseWithin' },
  DispatchSample: { role: 'STOREKEEPER', within: 'dispatchWithin' },
  ReturnSample: { role: 'SAMPLER', within: 'returnWithin' },
} as const satisfies Record<string, { role: string; within: SamplingTimeLimit }>;

/** Opens a duty on a sample. @param from when its time begins */
export async function openSampleDuty(
  unit: UnitOfWork<MonitoringCenterTransaction>,
  sample: Sample,
  kind: keyof typeof duties,
  from: Date,
): Promise<void> {
  const { role, within } = duties[kind];
  await unit.openDuty({
    kind,
    subjectType: 'Sample',
    subjectId: sample.id,
    partyId: sample.holder,
    role,
    dueAt: dueAfter(from, await samplingTimeLimit(unit, sample.planId, within)),
    concerned: planFollowers(sample),
    partOf: sample.planId,
  });
}
