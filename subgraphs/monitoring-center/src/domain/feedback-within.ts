import { durationInMilliseconds } from '@hub/kernel/validation/duration-in-milliseconds.js';

/** Time for feedback where a plan tells none that can be read: the usual one of a plan (规定的时间, 5.4.1). */
const usual = { duration: 'P10D', milliseconds: 10 * 86_400_000 } as const;

/** The time for feedback that a plan sets, or the usual one, so that feedback is owed by a time in any case. */
export function feedbackWithin(told: unknown): { readonly duration: string; readonly milliseconds: number } {
  const milliseconds = typeof told === 'string' ? durationInMilliseconds(told) : undefined;
  return typeof told === 'string' && milliseconds !== undefined ? { duration: told, milliseconds } : usual;
}
