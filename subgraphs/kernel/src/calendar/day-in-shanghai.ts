const offset = 8 * 3_600_000;

/** The calendar day in Asia/Shanghai at a time, YYYY-MM-DD. */
export function dayInShanghai(time: Date): string {
  return new Date(time.getTime() + offset).toISOString().slice(0, 10);
}
