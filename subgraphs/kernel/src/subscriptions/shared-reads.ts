import type { LogWake } from '../log/log-wake.js';
import type { EventLog, LogStretch } from './event-log.js';

/**
 * A log whose readers share a reading that is under way, where they stand at the same place: a log is the same for all, and
 * who may see what is decided afterwards. Nobody joins a reading that began before the last notification was heard: it might
 * not have seen what was told.
 *
 * @param underWay readings of this process
 */
export function sharedReads(log: EventLog, wake: LogWake, underWay: Map<string, Promise<LogStretch>>): EventLog {
  return {
    name: log.name,
    read: (after, kinds, limit) => {
      const key = JSON.stringify([log.name, wake.heard, after, kinds ?? null, limit]);
      const known = underWay.get(key);
      if (known) return known;
      const reading = log.read(after, kinds, limit).finally(() => underWay.delete(key));
      underWay.set(key, reading);
      return reading;
    },
  };
}
