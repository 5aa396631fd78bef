import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { acknowledgementMachine } from '../domain/acknowledgement-machine.js';
import { platformHandlingMachine } from '../domain/platform-handling-machine.js';
import type { PlatformsTransaction } from './database.js';
import { moveHandling } from './move-handling.js';

/**
 * A new version takes the place of monitoring data at the same desk: nothing is owed on the old any more, what was recorded
 * on it stays readable.
 */
export async function supersedeMonitoringData(
  unit: UnitOfWork<PlatformsTransaction>,
  id: string,
  supersededById: string,
): Promise<void> {
  // Whoever acknowledges or handles the old version at this moment is waited for, and then superseded.
  await unit.tx.$queryRaw`SELECT id FROM monitoring_data_acknowledgement WHERE id = ${id} FOR UPDATE`;
  const old = await unit.tx.monitoringDataAcknowledgement.findUnique({ where: { id } });
  if (!old || !acknowledgementMachine.leadsFrom('MonitoringDataSuperseded', old)) return;
  const moved = await unit.tx.monitoringDataAcknowledgement.update({
    where: { id },
    data: { supersededById, ...acknowledgementMachine.move('MonitoringDataSuperseded', old) },
  });
  await unit.dropDuties('AcknowledgeMonitoringData', id);
  unit.emit({
    kind: 'MonitoringDataSuperseded',
    subjectType: 'MonitoringDataAcknowledgement',
    subjectId: id,
    stamps: stampsOf(moved),
    receivers: {},
  });
  await unit.tx.$queryRaw`SELECT id FROM platform_handling WHERE id = ${id} FOR UPDATE`;
  const handling = await unit.tx.platformHandling.findUnique({ where: { id } });
  if (!handling || !platformHandlingMachine.leadsFrom('MonitoringDataSuperseded', handling)) return;
  await moveHandling(unit, 'MonitoringDataSuperseded', handling);
  await unit.dropDuties('HandleMonitoringData', id);
}
