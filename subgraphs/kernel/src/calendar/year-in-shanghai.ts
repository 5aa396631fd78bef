/** The year of a business number (编号): that of the calendar in Asia/Shanghai. */
export function yearInShanghai(at: Date): number {
  return Number(at.toLocaleString('en', { timeZone: 'Asia/Shanghai', year: 'numeric' }));
}
