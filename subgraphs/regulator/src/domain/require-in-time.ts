import { Refusal } from '@hub/kernel/refusals/refusal.js';

/**
 * An objection is raised within its limit (产品质量法 15).
 * @param objectBy the first moment after it, in Asia/Shanghai at midnight; null where the notice is not served yet
 * @throws Refusal OBJECTION_TOO_LATE with the day on which the limit ended
 */
export function requireInTime(raisedAt: Date, objectBy: Date | null, field: string): void {
  if (objectBy === null || raisedAt < objectBy) return;
  throw new Refusal('OBJECTION_TOO_LATE', { field, parameters: { until: lastDayBefore(objectBy) } });
}

/** The calendar day in Asia/Shanghai, YYYY-MM-DD, that ends at a moment. */
function lastDayBefore(moment: Date): string {
  return new Date(moment.getTime() - 1 + 8 * 3_600_000).toISOString().slice(0, 10);
}
