import { firstDayOf, periodOf } from '@hub/kernel/calendar/calendar-period.js';
import type { RiskTrendPeriod, RiskTrendPoint, RiskTrendRise } from '../generated/graphql.js';

/** How many records were observed on a day that count for some values. */
export interface DayCount {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly values: readonly string[];
  readonly count: number;
}

/** Periods that a trend covers, by their numbers; and the first of those whose counts the first one is compared with. */
export interface TrendSpan {
  readonly first: number;
  readonly last: number;
  readonly lead: number;
}

export interface ValueTrend {
  readonly value: string;
  readonly count: number;
  readonly points: readonly RiskTrendPoint[];
}

/** C2 of EARS: seven periods, which end two periods before the one that is looked at; three deviations. */
const ears = { baseline: 7, gap: 2, deviations: 3 } as const;
/** Fewer records are no rise. */
const leastObserved = 3;
const standardSpan = 12;

/** The whole periods that a trend covers. @param today the day in Asia/Shanghai */
export function trendSpan(period: RiskTrendPeriod, since: string | null | undefined, until: string | null | undefined, today: string): TrendSpan {
  const last = periodOf(period, until ?? today);
  const first = since == null ? last - (standardSpan - 1) : periodOf(period, since);
  return { first, last, lead: first - ears.gap - ears.baseline };
}

/** The most frequent values, each with its counts period by period. */
export function valueTrends(counts: readonly DayCount[], period: RiskTrendPeriod, { first, last, lead }: TrendSpan, most: number): ValueTrend[] {
  const byValue = new Map<string, number[]>();
  for (const { day, values, count } of counts) {
    const place = periodOf(period, day) - lead;
    for (const value of new Set(values)) {
      const own = byValue.get(value) ?? Array.from({ length: last - lead + 1 }, () => 0);
      byValue.set(value, own.with(place, (own[place] ?? 0) + count));
    }
  }
  const trends = [...byValue].map(([value, own]) => {
    const points = Array.from({ length: last - first + 1 }, (_each, index) => {
      const place = first - lead + index;
      return { from: firstDayOf(period, first + index), count: own[place] ?? 0, rise: riseAt(own, place, period, lead) };
    });
    return { value, points, count: points.reduce((sum, { count }) => sum + count, 0) };
  });
  return trends.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, most);
}

/** Whether there are unusually many in a period, with the figures (C2 of the Early Aberration Reporting System, Hutwagner et al. 2003). */
function riseAt(counts: readonly number[], place: number, period: RiskTrendPeriod, lead: number): RiskTrendRise | null {
  const begin = place - ears.gap - ears.baseline;
  const baseline = counts.slice(begin, begin + ears.baseline);
  const observed = counts[place] ?? 0;
  const expected = baseline.reduce((sum, count) => sum + count, 0) / ears.baseline;
  const variance = baseline.reduce((sum, count) => sum + (count - expected) ** 2, 0) / (ears.baseline - 1);
  // Numbers of independent events vary at least as those of Poisson do: a baseline that happens to be even would flag the first record more.
  const deviation = Math.sqrt(Math.max(variance, expected));
  const threshold = expected + ears.deviations * deviation;
  if (observed < leastObserved || observed <= threshold) return null;
  return {
    ...{ observed, expected: rounded(expected), deviation: rounded(deviation), threshold: rounded(threshold) },
    statistic: deviation === 0 ? null : rounded((observed - expected) / deviation),
    baselineFrom: firstDayOf(period, lead + begin),
    baselineUntil: dayBefore(firstDayOf(period, lead + begin + ears.baseline)),
  };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
