import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { InspectionCommission } from '@hub/prisma/monitoring-center/generated/client.js';
import { planFollowers } from '../domain/plan-followers.js';
import { sampleMachine } from '../domain/sample-machine.js';
import type { MonitoringCenterTransaction } from './database.js';
import { lockedSamples } from './locked-samples.js';
import { moveSample } from './move-sample.js';

const cause = 'labs.CommissionCorrectionAnswered';

/** The samples of a commission that its lab lets go concern the lab no longer: those not sent yet lie in the warehouse, and the others come back from it (退样). */
export async function recallSamples(unit: UnitOfWork<MonitoringCenterTransaction>, { id, labId, sampleIds, holder }: InspectionCommission): Promise<void> {
  for (const sample of await lockedSamples(unit.tx, sampleIds, holder)) {
    if (sample.commissionId !== id || !sampleMachine.leadsFrom(cause, sample)) continue;
    const concerned = sample.concerned.filter((party) => party !== labId);
    const moved = await moveSample(unit, sample, cause, { commissionId: null, concerned }, sample.state === 'COMMISSIONED' ? 'WAREHOUSED' : 'RECALLED');
    await unit.dropDuties('DispatchSample', sample.id);
    if (moved.state !== 'RECALLED') continue;
    await unit.openDuty({
      kind: 'TakeBackSample',
      subjectType: 'Sample',
      subjectId: moved.id,
      partyId: moved.holder,
      role: 'STOREKEEPER',
      dueAt: await unit.dueBy('TakeBackSample'),
      concerned: planFollowers(moved),
      partOf: moved.planId,
    });
  }
}
