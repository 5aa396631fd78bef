import { elapsedAfter } from '@hub/kernel/calendar/elapsed-after.js';
import { dutyLimits } from '@hub/schema/code-lists/duty-limits.js';

/** By when receipt of monitoring data fed back at a time is to be acknowledged (5.4.2). */
export function acknowledgeBy(fedBackAt: Date): Date {
  return elapsedAfter(fedBackAt, dutyLimits.AcknowledgeMonitoringData.within);
}
