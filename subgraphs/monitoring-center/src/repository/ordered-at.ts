import type { ActRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { SamplingOrder } from '@hub/prisma/monitoring-center/generated/client.js';

/** When a sampling order was given: nothing is bought under it before (5.2.2). */
export function orderedAt({ ordered }: SamplingOrder): Date {
  return new Date((ordered as unknown as ActRecord).at);
}
