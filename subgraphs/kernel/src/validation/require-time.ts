import { Refusal } from '../refusals/refusal.js';

const clockTolerance = 5 * 60_000;

/** A time at which something has happened. @throws Refusal TIME_IN_FUTURE */
export function requirePast(field: string, time: Date, now: Date): Date {
  if (time.getTime() <= now.getTime() + clockTolerance) return time;
  throw new Refusal('TIME_IN_FUTURE', { field, parameters: { field, example: now.toISOString() } });
}

/** A time that is still to come. @throws Refusal TIME_IN_PAST */
export function requireFuture(field: string, time: Date, now: Date): Date {
  if (time.getTime() > now.getTime()) return time;
  const example = new Date(now.getTime() + 7 * 86_400_000).toISOString();
  throw new Refusal('TIME_IN_PAST', { field, parameters: { field, example } });
}
