import { elapsedAfter } from '@hub/kernel/calendar/elapsed-after.js';
import { dutyLimits } from '@hub/schema/code-lists/duty-limits.js';

/** By when a commission received at a time is to be accepted or declined (3.3 a): never later than its report is due. */
export function answerBy(receivedAt: Date, agreedDueAt: Date): Date {
  return new Date(Math.min(elapsedAfter(receivedAt, dutyLimits.AcceptCommission.within).getTime(), agreedDueAt.getTime()));
}
