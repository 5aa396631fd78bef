import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { MonitoringDataAcknowledgement } from '@hub/prisma/platforms/generated/client.js';
import { platformHandlingMachine } from '../domain/platform-handling-machine.js';
import type { PlatformsTransaction } from './database.js';

/** Begins the handling of monitoring data that fail (处理, 5.4.2): from its acknowledgement on a result is owed. */
export async function openHandling(
  unit: UnitOfWork<PlatformsTransaction>,
  { id, holder, owedTo, productCategory, sellerRegion }: MonitoringDataAcknowledgement,
): Promise<void> {
  const handleBy = await unit.dueBy('HandleMonitoringData');
  const stamps = { holder, concerned: owedTo, ...platformHandlingMachine.begin('acknowledgeMonitoringData') };
  await unit.tx.platformHandling.create({ data: { id, openedAt: unit.now, handleBy, productCategory, sellerRegion, ...stamps } });
  await unit.openDuty({
    kind: 'HandleMonitoringData',
    subjectType: 'MonitoringData',
    subjectId: id,
    partyId: holder,
    role: 'OFFICER',
    dueAt: handleBy,
    concerned: owedTo,
  });
  unit.emit({
    kind: 'PlatformHandlingMoved',
    subjectType: 'PlatformHandling',
    subjectId: id,
    stamps: stampsOf(stamps),
    receivers: {},
  });
}
