import { durationInMilliseconds } from '@hub/schema/identifiers/duration-in-milliseconds.js';

/** By when something is due that is to be done within a duration (ISO 8601, days, hours and minutes) from a time on. */
export function dueAfter(from: Date, within: string): Date {
  const milliseconds = durationInMilliseconds(within);
  if (milliseconds === undefined) throw new Error(`${within} is no duration of days, hours and minutes.`);
  return new Date(from.getTime() + milliseconds);
}
