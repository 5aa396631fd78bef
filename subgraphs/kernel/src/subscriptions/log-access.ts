import type { LogWake } from '../log/log-wake.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { EventCursors } from './event-cursors.js';
import type { EventLog, LogStretch } from './event-log.js';
import { ownEventLog } from './own-event-log.js';
import { sharedReads } from './shared-reads.js';

/** What subscription fields need to read logs. */
export interface LogAccess {
  /** The owner's own log. */
  readonly own: EventLog;
  /** A log whose subscribers at the same place share a reading. */
  readonly shared: (log: EventLog) => EventLog;
  /** Wakes whoever waits for news in the owner's database. */
  readonly wake: LogWake;
  /** The cursors of a log, by its name. */
  readonly cursorsOf: (log: string) => EventCursors;
}

/** @param secret under which cursors are sealed */
export function logAccess(owner: string, database: Transaction, wake: LogWake, secret: string): LogAccess {
  const cursors = new Map<string, EventCursors>();
  const underWay = new Map<string, Promise<LogStretch>>();
  return {
    shared: (log) => sharedReads(log, wake, underWay),
    own: ownEventLog(owner, database),
    wake,
    cursorsOf: (log) => {
      const known = cursors.get(log) ?? new EventCursors(log, secret);
      cursors.set(log, known);
      return known;
    },
  };
}
