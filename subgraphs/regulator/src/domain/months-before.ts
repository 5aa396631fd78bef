import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import { startOfDayInShanghai } from '@hub/kernel/calendar/start-of-day-in-shanghai.js';

/** The beginning of the day, in Asia/Shanghai, that lies so many months before another: the same day, or the last of a shorter month (民法典 202). */
export function monthsBefore(time: Date, months: number): Date {
  const [year = 0, month = 1, day = 1] = dayInShanghai(time).split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return startOfDayInShanghai(first.toISOString().slice(0, 10));
}
