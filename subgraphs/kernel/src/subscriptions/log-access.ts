import type { LogWake } from '../log/log-wake.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { EventCursors } from './event-cursors.js';
import type { EventLog } from './event-log.js';
import { ownEventLog } from './own-event-log.js';

/** What subscription fields need to read logs. */
export interface LogAccess {
  /** The owner's own log. */
  readonly own: EventLog;
  /** Wakes whoever waits for news in the owner's database. */
  readonly wake: LogWake;
  /** The cursors of a log, by its name. */
  readonly cursorsOf: (log: string) => EventCursors;
}

/** @param secret under which cursors are sealed */
export function logAccess(owner: string, database: Transaction, wake: LogWake, secret: string): LogAccess {
  const cursors = new Map<string, EventCursors>();
  return {
    own: ownEventLog(owner, database),
    wake,
    cursorsOf: (log) => {
      const known = cursors.get(log) ?? new EventCursors(log, secret);
      cursors.set(log, known);
      return known;
    },
  };
}
