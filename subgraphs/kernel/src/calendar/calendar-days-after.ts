import { dayInShanghai } from './day-in-shanghai.js';
import { startOfDayInShanghai } from './start-of-day-in-shanghai.js';

const day = 86_400_000;

/**
 * When a limit of days of the calendar ends that begins at a time (民法典 201, 203): the day on which it begins is not counted, and the last one ends at midnight in
 * Asia/Shanghai.
 *
 * @returns the first moment that is too late
 */
export function calendarDaysAfter(time: Date, count: number): Date {
  return new Date(startOfDayInShanghai(dayInShanghai(time)).getTime() + (count + 1) * day);
}
