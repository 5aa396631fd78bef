import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { PlatformsTransaction } from '../repository/database.js';
import { registerPlatform } from '../repository/register-platform.js';

/** What the centre tells of monitoring data that it feeds back (5.4.1); the result itself is read at the centre. */
interface MonitoringDataFedBack {
  readonly id: string;
  readonly number: string;
  readonly platformId: string;
  readonly centerId: string;
  readonly regulatorId: string;
  readonly listingItemId: string | null;
  readonly acknowledgeBy: string;
}

/** Monitoring data arrive at the platform's desk; from now on an acknowledgement is owed (5.4.2). */
export const takeInMonitoringData: InboxHandler<PlatformsTransaction> = async (unit, event) => {
  const data = event.payload as unknown as MonitoringDataFedBack;
  const acknowledgeBy = new Date(data.acknowledgeBy);
  const concerned = [...new Set([data.centerId, data.regulatorId])];
  const stamps = { holder: data.platformId, concerned, state: 'RECEIVED', reached: ['RECEIVED'] };
  await registerPlatform(unit.tx, data.platformId);
  const { count } = await unit.tx.monitoringDataAcknowledgement.createMany({
    data: [
      {
        id: data.id,
        number: data.number,
        receivedAt: unit.now,
        acknowledgeBy,
        listingItemId: data.listingItemId,
        cause: `${event.source}:${event.id}`,
        ...stamps,
      },
    ],
    // Fed back twice is at the desk once: a correction has an id of its own.
    skipDuplicates: true,
  });
  if (count === 0) return;
  await unit.openDuty({
    kind: 'AcknowledgeMonitoringData',
    subjectType: 'MonitoringData',
    subjectId: data.id,
    partyId: data.platformId,
    role: 'OFFICER',
    dueAt: acknowledgeBy,
    concerned,
  });
  unit.emit({
    kind: 'MonitoringDataReceived',
    subjectType: 'MonitoringDataAcknowledgement',
    subjectId: data.id,
    stamps: stampsOf(stamps),
    receivers: {},
  });
};
