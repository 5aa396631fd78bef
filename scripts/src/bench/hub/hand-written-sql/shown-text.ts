/** A text of which the first and the last character stay. */
export function partly(text: string): string {
  const characters = [...text];
  return characters.length <= 2 ? '***' : `${characters[0]}***${characters.at(-1)}`;
}

/** A time as the API shows it, in Asia/Shanghai. */
export function timeShown(time: Date | null): string | null {
  return time && new Date(time.getTime() + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
}
