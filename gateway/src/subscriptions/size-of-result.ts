import type { EventResult } from './subscription-plan.js';

const known = new WeakMap<EventResult, number>();

/** Bytes that a result takes when it is written; measured once, for it waits for many at a time. */
export function sizeOfResult(result: EventResult): number {
  const measured = known.get(result);
  if (measured !== undefined) return measured;
  const size = Buffer.byteLength(JSON.stringify(result));
  known.set(result, size);
  return size;
}
