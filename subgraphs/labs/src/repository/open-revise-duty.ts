import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { InspectionReport } from '@hub/prisma/labs/generated/client.js';
import type { LabsTransaction } from './database.js';

/** From now on a revision of the returned report is owed (修改, 3.3). */
export async function openReviseDuty(unit: UnitOfWork<LabsTransaction>, { id, holder, concerned }: InspectionReport): Promise<void> {
  await unit.openDuty({
    kind: 'ReviseInspectionReport',
    subjectType: 'InspectionReport',
    subjectId: id,
    partyId: holder,
    role: 'TECHNICIAN',
    dueAt: await unit.dueBy('ReviseInspectionReport'),
    concerned,
  });
}
