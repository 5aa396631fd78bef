import type { ReceivedEvent } from '@hub/kernel/log/event.js';
import type { Logger } from '@hub/kernel/service/logger.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { MonitoringCenterTransaction } from './database.js';

/** Keeps an event that came too late or tells of nothing known here: nothing follows from it, and it can be looked into. */
export async function keepUnmatchedEvent(
  unit: UnitOfWork<MonitoringCenterTransaction>,
  event: ReceivedEvent,
  problem: string,
  log: Logger,
): Promise<void> {
  const id = `${event.source}:${event.id}`;
  log.warn({ event: id, kind: event.kind, problem }, 'an event fits nothing known and is kept apart');
  await unit.tx.unmatchedEvent.create({
    data: {
      id,
      kind: event.kind,
      subjectId: event.subjectId,
      payload: event.payload as object,
      problem,
      receivedAt: unit.now,
    },
  });
}
