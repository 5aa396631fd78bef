import type { HazardDirection } from '@hub/prisma/regulator/generated/client.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { actsItself } from './acts-itself.js';
import type { RegulatorTransaction } from './database.js';

/** Who acts at the hub itself answers a direction itself; for anybody else the regulator owes the answer, on its behalf. */
export async function openAnswerDuty(unit: UnitOfWork<RegulatorTransaction>, direction: HazardDirection): Promise<void> {
  if (await actsItself(unit.tx, direction.addresseeId)) return;
  await unit.openDuty({
    kind: 'RecordDirectionAnswer',
    subjectType: 'HazardDirection',
    subjectId: direction.id,
    partyId: direction.holder,
    role: 'OFFICER',
    dueAt: direction.dueAt,
    concerned: direction.concerned,
    ...(direction.planId !== null && { partOf: direction.planId }),
  });
}
