import { dueTimeInShanghai } from '@hub/kernel/calendar/due-time-in-shanghai.js';

const parts = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** A point in time as papers of the field have it, in Asia/Shanghai: 2026年11月28日 16:05. What is no time stays as it is. */
export function dayAndTime(iso: string): string {
  const told = partsOf(iso);
  return told ? `${day(told)} ${told['hour']}:${told['minute']}` : iso;
}

/** A due time as papers of the field have it, in Asia/Shanghai; one that ends with a day at 24:00: 2026年12月10日 24:00. What is no time stays as it is. */
export function dueDayAndTime(iso: string): string {
  if (Number.isNaN(Date.parse(iso))) return iso;
  const { day: dueDay, time } = dueTimeInShanghai(new Date(iso));
  return `${dayOf(dueDay)} ${time}`;
}

/** A calendar day, or the day of a point in time in Asia/Shanghai: 2026年11月28日. */
export function dayOf(iso: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  if (year && month && date) return day({ year, month, day: date });
  const told = partsOf(iso);
  return told ? day(told) : iso;
}

function partsOf(iso: string): Readonly<Record<string, string>> | undefined {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? undefined : Object.fromEntries(parts.formatToParts(time).map(({ type, value }) => [type, value]));
}

function day(told: Readonly<Record<string, string>>): string {
  return `${told['year']}年${Number(told['month'])}月${Number(told['day'])}日`;
}
