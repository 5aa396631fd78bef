import { calendarDaysAfter } from '@hub/kernel/calendar/calendar-days-after.js';
import { durationInMilliseconds } from '@hub/schema/identifiers/duration-in-milliseconds.js';

/**
 * By when something is due that is to be done within a duration (ISO 8601, days, hours and minutes) from a time on: days alone are those of the calendar, as
 * limits are counted (ADR 0013); with hours or minutes it runs on from the instant.
 */
export function dueAfter(from: Date, within: string): Date {
  const milliseconds = durationInMilliseconds(within);
  if (milliseconds === undefined) throw new Error(`${within} is no duration of days, hours and minutes.`);
  const [, days] = /^P(\d+)D$/.exec(within) ?? [];
  return days === undefined ? new Date(from.getTime() + milliseconds) : calendarDaysAfter(from, Number(days));
}
