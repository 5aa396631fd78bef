import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { receivedMonitoringDataMachine } from '../domain/received-monitoring-data-machine.js';
import type { HazardHandlingState } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';
import { lockedHandling } from './locked-handling.js';
import { lockedReceivedData } from './locked-received-data.js';

const open: HazardHandlingState = 'OPEN';

/**
 * A later version takes the place of monitoring data at the desk; both stay readable. Nobody owes a case on the earlier one
 * any more.
 *
 * @returns the open case that the earlier version is in, if it is in one
 */
export async function supersedeReceivedData(
  unit: UnitOfWork<RegulatorTransaction>,
  id: string,
  byId: string,
): Promise<string | null> {
  // The case first, as where it is closed: what joins it is closed with it, or finds it closed.
  const named = await unit.tx.receivedMonitoringData.findUnique({ where: { id }, select: { handlingId: true, holder: true } });
  if (named?.handlingId != null) await lockedHandling(unit.tx, named.handlingId, named.holder);
  const [before] = await lockedReceivedData(unit.tx, [id], null);
  if (!before || !receivedMonitoringDataMachine.leadsFrom('ReceivedMonitoringDataSuperseded', before)) return null;
  const superseded = await unit.tx.receivedMonitoringData.update({
    where: { id },
    data: { ...receivedMonitoringDataMachine.move('ReceivedMonitoringDataSuperseded', before), supersededById: byId },
  });
  await unit.dropDuties('OpenHazardHandling', id);
  unit.emit({
    kind: 'ReceivedMonitoringDataSuperseded',
    subjectType: 'ReceivedMonitoringData',
    subjectId: id,
    stamps: stampsOf(superseded),
    receivers: {},
  });
  if (superseded.handlingId === null) return null;
  const handling = await lockedHandling(unit.tx, superseded.handlingId, superseded.holder);
  if (handling?.state !== open) return null;
  // Whoever closes it has seen what it is about.
  await unit.tx.hazardHandling.update({ where: { id: handling.id }, data: { revision: { increment: 1 } } });
  return handling.id;
}
