import type { ElapsedSpan } from '@hub/schema/code-lists/duty-limits.js';

const milliseconds: Readonly<Record<ElapsedSpan['unit'], number>> = { HOUR: 3_600_000, CALENDAR_DAY: 86_400_000 };

/** The time that is so many hours, or days of 24 hours, after another; before it where the amount is negative. */
export function elapsedAfter(from: Date, { amount, unit }: ElapsedSpan): Date {
  return new Date(from.getTime() + amount * milliseconds[unit]);
}
