const day = 86_400_000;

interface DayOfUse {
  readonly day: string | null;
  readonly requests: number;
}

/** So many days up to today in Asia/Shanghai, the earliest first, each with its requests; on days that are not named there were none. */
export function daysUntil(now: Date, count: number, uses: readonly DayOfUse[]): { readonly day: string; readonly value: number }[] {
  const requests = new Map(uses.map((use) => [use.day, use.requests]));
  const today = Date.parse(new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10));
  return Array.from({ length: count }, (_, index) => new Date(today - (count - 1 - index) * day).toISOString().slice(0, 10)).map((each) => ({ day: each, value: requests.get(each) ?? 0 }));
}
