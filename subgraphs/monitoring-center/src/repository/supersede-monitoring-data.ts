import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { MonitoringData } from '@hub/prisma/monitoring-center/generated/client.js';
import { monitoringDataMachine } from '../domain/monitoring-data-machine.js';
import type { MonitoringCenterTransaction } from './database.js';

/**
 * A version of monitoring data gives way to a newer one; it stays readable to whoever could read it.
 * @param field of the act's item, by which whoever was too late is told
 * @throws Refusal CONCURRENT_CHANGE
 */
export async function supersedeMonitoringData(
  unit: UnitOfWork<MonitoringCenterTransaction>,
  older: MonitoringData,
  newerId: string,
  field: string,
): Promise<void> {
  const [superseded] = await unit.tx.monitoringData.updateManyAndReturn({
    where: { id: older.id, revision: older.revision },
    data: { ...monitoringDataMachine.move('MonitoringDataSuperseded', older), supersededById: newerId },
  });
  if (!superseded) throw new Refusal('CONCURRENT_CHANGE', { field, parameters: { type: 'MonitoringData' } });
  unit.emit({
    kind: 'MonitoringDataSuperseded',
    subjectType: 'MonitoringData',
    subjectId: superseded.id,
    stamps: stampsOf(superseded),
    receivers: {},
  });
}
