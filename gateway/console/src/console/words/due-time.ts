import { dueTimeInShanghai } from '@hub/kernel/calendar/due-time-in-shanghai.js';
import { startOfDayInShanghai } from '@hub/kernel/calendar/start-of-day-in-shanghai.js';

/** A due time (ISO 8601) to the minute, in Asia/Shanghai and as a language writes day and time: a limit that ends with a day names that day, at 24:00. */
export function dueTime(iso: string, minute: Intl.DateTimeFormat): string {
  const due = dueTimeInShanghai(new Date(iso));
  const [hour = '', past = ''] = due.time.split(':');
  const told: Readonly<Record<string, string>> = { hour, minute: past };
  return minute.formatToParts(startOfDayInShanghai(due.day)).map(({ type, value }) => told[type] ?? value).join('');
}
