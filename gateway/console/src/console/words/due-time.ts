/** A due time (ISO 8601) to the minute, in Asia/Shanghai: a limit that ends with a day names that day, at 24:00, and not the next, which has no part in it. */
export function dueTime(iso: string, minute: Intl.DateTimeFormat): string {
  const at = new Date(iso);
  const endsWithDay = (at.getTime() + 8 * 3_600_000) % 86_400_000 === 0;
  return endsWithDay ? minute.format(new Date(at.getTime() - 1)).replace('23:59', '24:00') : minute.format(at);
}
