import { dayInShanghai } from './day-in-shanghai.js';
import { startOfDayInShanghai } from './start-of-day-in-shanghai.js';

/** A due time as people write it in Asia/Shanghai: `2026-12-10 16:30`, and a limit that ends with a day `2026-12-10 24:00`, for `2026-12-11 00:00` names a day that has no part in it. */
export function writtenDueTime(dueAt: Date): string {
  const lastDay = dayInShanghai(new Date(dueAt.getTime() - 1));
  const day = dayInShanghai(dueAt);
  if (day !== lastDay) return `${lastDay} 24:00`;
  const minutes = Math.floor((dueAt.getTime() - startOfDayInShanghai(day).getTime()) / 60_000);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${day} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
