/** When a calendar day, YYYY-MM-DD, begins in Asia/Shanghai. */
export function startOfDayInShanghai(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}
