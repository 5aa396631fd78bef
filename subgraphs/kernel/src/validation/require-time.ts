import type { Bilingual } from '@hub/schema/errors/bilingual.js';
import { dayInShanghai } from '../calendar/day-in-shanghai.js';
import { startOfDayInShanghai } from '../calendar/start-of-day-in-shanghai.js';
import { Refusal } from '../refusals/refusal.js';

const clockTolerance = 5 * 60_000;

/** What an act is about, and since when there is that: a plan since it was issued, a sample since it was bought. */
export interface Cause {
  /** In words that stand after "before". */
  readonly what: Bilingual;
  readonly at: Date;
}

/** A time at which something has happened. @throws Refusal TIME_IN_FUTURE */
export function requirePast(field: string, time: Date, now: Date): Date {
  if (time.getTime() <= now.getTime() + clockTolerance) return time;
  throw new Refusal('TIME_IN_FUTURE', { field, parameters: { field, example: now.toISOString() } });
}

/** A time at which something was done about its cause: not before there was that, and not in the future. @throws Refusal TIME_IN_FUTURE, TIMES_OUT_OF_ORDER */
export function requireSince(field: string, time: Date, cause: Cause, now: Date): Date {
  return requireNotBefore(field, requirePast(field, time, now), cause);
}

/** A time, past or to come, that is not before its cause. @throws Refusal TIMES_OUT_OF_ORDER */
export function requireNotBefore(field: string, time: Date, { what, at }: Cause): Date {
  if (time.getTime() >= at.getTime()) return time;
  throw new Refusal('TIMES_OUT_OF_ORDER', { field, parameters: { field, time: time.toISOString(), what, earlier: at.toISOString() } });
}

/** The same by days: whoever plans by days begins on the day of the cause, at midnight in Asia/Shanghai. @throws Refusal TIMES_OUT_OF_ORDER */
export function requireNotBeforeDayOf(field: string, time: Date, { what, at }: Cause): Date {
  return requireNotBefore(field, time, { what, at: startOfDayInShanghai(dayInShanghai(at)) });
}

/** A time that is still to come. @throws Refusal TIME_IN_PAST */
export function requireFuture(field: string, time: Date, now: Date): Date {
  if (time.getTime() > now.getTime()) return time;
  const example = new Date(now.getTime() + 7 * 86_400_000).toISOString();
  throw new Refusal('TIME_IN_PAST', { field, parameters: { field, example } });
}
