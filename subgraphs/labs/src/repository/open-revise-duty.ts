import { elapsedAfter } from '@hub/kernel/calendar/elapsed-after.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { InspectionReport } from '@hub/prisma/labs/generated/client.js';
import { dutyLimits } from '@hub/schema/code-lists/duty-limits.js';
import type { LabsTransaction } from './database.js';

/** From now on a revision of the returned report is owed (修改, 3.3). */
export function openReviseDuty(unit: UnitOfWork<LabsTransaction>, { id, holder, concerned }: InspectionReport): Promise<void> {
  return unit.openDuty({
    kind: 'ReviseInspectionReport',
    subjectType: 'InspectionReport',
    subjectId: id,
    partyId: holder,
    role: 'TECHNICIAN',
    dueAt: elapsedAfter(unit.now, dutyLimits.ReviseInspectionReport.within),
    concerned,
  });
}
