import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { DirectionFulfilment } from '@hub/prisma/platforms/generated/client.js';
import type { PlatformsTransaction } from './database.js';

/** The fulfilment of a direction is owed to the regulator (3.1 d), where the addressee is a participant. */
export async function openFulfilmentDuty(
  unit: UnitOfWork<PlatformsTransaction>,
  { id, addresseeId, dueAt, concerned }: DirectionFulfilment,
): Promise<void> {
  if (addresseeId === null) return;
  await unit.openDuty({
    kind: 'FulfilDirection',
    subjectType: 'HazardDirection',
    subjectId: id,
    partyId: addresseeId,
    role: 'OFFICER',
    dueAt,
    concerned,
  });
}
