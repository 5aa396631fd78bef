import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requirePast } from '@hub/kernel/validation/require-time.js';

/**
 * A time that has passed and does not lie before that of the step before it.
 * @throws Refusal TIME_IN_FUTURE, TIMES_OUT_OF_ORDER
 */
export function requireInOrder(field: string, time: Date, earlier: Date, now: Date): Date {
  requirePast(field, time, now);
  if (time.getTime() >= earlier.getTime()) return time;
  throw new Refusal('TIMES_OUT_OF_ORDER', {
    field,
    parameters: { field, time: time.toISOString(), earlier: earlier.toISOString() },
  });
}
