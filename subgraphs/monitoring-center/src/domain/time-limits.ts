import type { DutyLimits } from '@hub/schema/code-lists/duty-limit-codes.js';
import type { ElapsedSpan } from '@hub/schema/code-lists/duty-limits.js';

/** The usual limits of samples and of feedback as ISO 8601 durations, in which a plan or a work plan sets others (3.1 b, 5.2.1). */
export function timeLimits(limits: DutyLimits) {
  return {
    /** From purchase to dispatch by the sampler (5.2.3). */
    shipWithin: duration(limits.ShipSample.within),
    /** From receipt to verification (5.2.4). */
    verifyWithin: duration(limits.VerifySample.within),
    /** From verification to the store (5.2.4 a). */
    warehouseWithin: duration(limits.WarehouseSample.within),
    /** From the lab's acceptance to dispatch (5.2.4 a). */
    dispatchWithin: duration(limits.DispatchSample.within),
    /** From receipt to return (5.2.4 b). */
    returnWithin: duration(limits.ReturnSample.within),
    /** From a report received to feedback (5.4.1). */
    feedbackWithin: duration(limits.FeedBackMonitoringData.within),
  };
}

function duration({ amount, unit }: ElapsedSpan): string {
  return unit === 'HOUR' ? `PT${amount}H` : `P${amount}D`;
}
