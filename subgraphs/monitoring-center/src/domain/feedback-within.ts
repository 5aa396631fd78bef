import { durationInMilliseconds } from '@hub/schema/identifiers/duration-in-milliseconds.js';
import type { DutyLimits } from '@hub/schema/code-lists/duty-limit-codes.js';
import { timeLimits } from './time-limits.js';

/** The time for feedback that a plan sets (ISO 8601), or the usual one (规定的时间, 5.4.1), so that feedback is owed by a time in any case. */
export function feedbackWithin(told: unknown, limits: DutyLimits): string {
  return typeof told === 'string' && durationInMilliseconds(told) !== undefined ? told : timeLimits(limits).feedbackWithin;
}
