import { dueTimeInShanghai } from './due-time-in-shanghai.js';

/** A due time as people write it in Asia/Shanghai: `2026-12-10 16:30`, and a limit that ends with a day `2026-12-10 24:00`. */
export function writtenDueTime(dueAt: Date): string {
  const { day, time } = dueTimeInShanghai(dueAt);
  return `${day} ${time}`;
}
