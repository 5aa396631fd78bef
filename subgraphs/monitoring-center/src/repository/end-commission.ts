import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { InspectionCommission } from '@hub/prisma/monitoring-center/generated/client.js';
import { inspectionCommissionMachine } from '../domain/inspection-commission-machine.js';
import type { MonitoringCenterTransaction } from './database.js';

/** A commission has ended: each of its samples has a report or a recorded failure (5.3.4). Once; a later event finds it ended. */
export async function endCommission(
  unit: UnitOfWork<MonitoringCenterTransaction>,
  commission: InspectionCommission,
  cause: 'labs.InspectionReportIssued' | 'labs.InspectionFailed',
): Promise<void> {
  if (!inspectionCommissionMachine.leadsFrom(cause, commission)) return;
  const ended = await unit.tx.inspectionCommission.update({
    where: { id: commission.id },
    data: inspectionCommissionMachine.move(cause, commission),
  });
  unit.emit({
    kind: 'InspectionCommissionReported',
    subjectType: 'InspectionCommission',
    subjectId: commission.id,
    stamps: stampsOf(ended),
    receivers: {},
  });
}
