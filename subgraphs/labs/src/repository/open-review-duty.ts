import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { InspectionReport } from '@hub/prisma/labs/generated/client.js';
import type { LabsTransaction } from './database.js';

/** From now on a review of the report is owed (审核, 3.3). */
export async function openReviewDuty(unit: UnitOfWork<LabsTransaction>, { id, holder, concerned }: InspectionReport): Promise<void> {
  await unit.openDuty({
    kind: 'ReviewInspectionReport',
    subjectType: 'InspectionReport',
    subjectId: id,
    partyId: holder,
    role: 'REVIEWER',
    dueAt: await unit.dueBy('ReviewInspectionReport'),
    concerned,
  });
}
