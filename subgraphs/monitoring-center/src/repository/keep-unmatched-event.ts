import type { ReceivedEvent } from '@hub/kernel/log/event.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { MonitoringCenterTransaction } from './database.js';

/** Keeps an event that came too late or tells of nothing known here: nothing follows from it, and it can be looked into. */
export async function keepUnmatchedEvent(
  unit: UnitOfWork<MonitoringCenterTransaction>,
  event: ReceivedEvent,
  problem: string,
): Promise<void> {
  await unit.tx.unmatchedEvent.create({
    data: {
      id: `${event.source}:${event.id}`,
      kind: event.kind,
      subjectId: event.subjectId,
      payload: event.payload as object,
      problem,
      receivedAt: unit.now,
    },
  });
}
