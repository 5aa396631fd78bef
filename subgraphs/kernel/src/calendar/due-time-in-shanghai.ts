import { dayInShanghai } from './day-in-shanghai.js';
import { startOfDayInShanghai } from './start-of-day-in-shanghai.js';

/** A due time to the minute in Asia/Shanghai, which is where a limit ends (民法典 203). */
export interface DueTime {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** HH:MM, up to 24:00. */
  readonly time: string;
}

/** Day and time of a due time. A limit that ends with a day is due on that day at 24:00, for 00:00 of the next names a day that has no part in it. */
export function dueTimeInShanghai(dueAt: Date): DueTime {
  const lastDay = dayInShanghai(new Date(dueAt.getTime() - 1));
  const day = dayInShanghai(dueAt);
  if (day !== lastDay) return { day: lastDay, time: '24:00' };
  const minutes = Math.floor((dueAt.getTime() - startOfDayInShanghai(day).getTime()) / 60_000);
  const two = (number: number) => String(number).padStart(2, '0');
  return { day, time: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` };
}
