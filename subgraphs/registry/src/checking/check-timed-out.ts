import { Refusal } from '@hub/kernel/refusals/refusal.js';

/** That a check took longer than it may. */
export function checkTimedOut(milliseconds: number): Refusal {
  return new Refusal('SCHEMA_CHECK_TIMED_OUT', { parameters: { seconds: milliseconds / 1000 } });
}
