import type { ActRecord } from '@hub/kernel/unit-of-work/act-record.js';

/** A listing that is set apart for an order, as the order keeps it (预定购样对象, 5.2.2). */
export interface ReservedTarget {
  readonly listingItemId: string;
  readonly reserved: ActRecord;
}
