import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { timeLimits } from '../domain/time-limits.js';
import type { MonitoringCenterTransaction } from './database.js';

/** A step of a sample that is owed in time. */
export type SamplingTimeLimit = 'shipWithin' | 'verifyWithin' | 'warehouseWithin' | 'dispatchWithin' | 'returnWithin';

/** Within which time a step of a sample is to be done under a plan: as its work plan says, or as is usual (5.2.1). */
export async function samplingTimeLimit(unit: UnitOfWork<MonitoringCenterTransaction>, planId: string, limit: SamplingTimeLimit): Promise<string> {
  const workPlan = await unit.tx.workPlan.findUnique({ where: { planId } });
  return { ...timeLimits(await unit.limits()), ...workPlan }[limit];
}
