import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { Sample } from '@hub/prisma/monitoring-center/generated/client.js';
import { planFollowers } from '../domain/plan-followers.js';
import type { MonitoringCenterTransaction } from './database.js';

/** Tells the regulator that a retest cannot be carried out, and nobody else: the lab of the sample does not learn of the objection. */
export function tellRetestImpossible(unit: UnitOfWork<MonitoringCenterTransaction>, sample: Sample, retestId: string, reason: string): void {
  unit.emit({
    kind: 'RetestImpossible',
    subjectType: 'Sample',
    subjectId: sample.id,
    stamps: stampsOf({ ...sample, concerned: planFollowers(sample) }),
    receivers: { regulator: { retestId, reason } },
  });
}
