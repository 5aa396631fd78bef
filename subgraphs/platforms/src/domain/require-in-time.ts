import { dueTimeInShanghai } from '@hub/kernel/calendar/due-time-in-shanghai.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';

/**
 * An objection is raised within its limit (产品质量法 15).
 * @param objectBy the first moment after it, in Asia/Shanghai at midnight; null where the notice is not served yet
 * @throws Refusal OBJECTION_TOO_LATE with the day on which the limit ended
 */
export function requireInTime(raisedAt: Date, objectBy: Date | null, field: string): void {
  if (objectBy === null || raisedAt < objectBy) return;
  throw new Refusal('OBJECTION_TOO_LATE', { field, parameters: { until: dueTimeInShanghai(objectBy).day } });
}
