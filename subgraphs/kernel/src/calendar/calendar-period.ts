/** Length of a period by which is counted (统计周期); weeks begin on Monday. */
export type CalendarPeriod = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

const day = 86_400_000;
/** A Monday. */
const firstWeek = Date.UTC(1970, 0, 5);

/** Number of the period in which a day, YYYY-MM-DD, lies: that of the next one is one more. */
export function periodOf(period: CalendarPeriod, text: string): number {
  const date = new Date(`${text}T00:00:00Z`);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  switch (period) {
    case 'DAY':
      return Math.floor(date.getTime() / day);
    case 'WEEK':
      return Math.floor((date.getTime() - firstWeek) / (7 * day));
    case 'MONTH':
      return year * 12 + month;
    case 'QUARTER':
      return year * 4 + Math.floor(month / 3);
    case 'YEAR':
      return year;
  }
}

/** First day of a period by its number, YYYY-MM-DD. */
export function firstDayOf(period: CalendarPeriod, number: number): string {
  return new Date(beginningOf(period, number)).toISOString().slice(0, 10);
}

function beginningOf(period: CalendarPeriod, number: number): number {
  switch (period) {
    case 'DAY':
      return number * day;
    case 'WEEK':
      return firstWeek + number * 7 * day;
    case 'MONTH':
      return Date.UTC(Math.floor(number / 12), number % 12, 1);
    case 'QUARTER':
      return Date.UTC(Math.floor(number / 4), (number % 4) * 3, 1);
    case 'YEAR':
      return Date.UTC(number, 0, 1);
  }
}
