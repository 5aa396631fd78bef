import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import type { MonitoringCenterTransaction } from '../repository/database.js';
import { keepUnmatchedEvent } from '../repository/keep-unmatched-event.js';

/** What a platform tells of monitoring data whose receipt it acknowledges (5.4.2). */
interface MonitoringDataAcknowledged {
  readonly id: string;
  readonly platformId: string;
  readonly acknowledgedAt: string;
}

/** An acknowledgement arrives; the duty that it closes is the platform's own. */
export const takeInAcknowledgement: InboxHandler<MonitoringCenterTransaction> = async (unit, event, log) => {
  const { id, platformId, acknowledgedAt } = event.payload as unknown as MonitoringDataAcknowledged;
  const { count } = await unit.tx.monitoringData.updateMany({
    where: { id, platformId, fedBackAt: { not: null }, acknowledgedAt: null },
    data: { acknowledgedAt: new Date(acknowledgedAt) },
  });
  if (count === 0) await keepUnmatchedEvent(unit, event, 'no such monitoring data waits for this platform', log);
};
