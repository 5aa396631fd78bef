import type { CodeEntry } from '@hub/schema/code-lists/code-list.js';
import { isAbolished, type RegionEntry } from '@hub/schema/code-lists/region-list.js';

/** The regions that a version of the code list tells, as of a day: of a code that has changed its meaning, the latest. */
export function publishedRegions(codes: readonly CodeEntry[], day: string): RegionEntry[] {
  const latest = new Map<string, CodeEntry>();
  for (const entry of codes) {
    const before = latest.get(entry.code);
    if (!before || (entry.validFrom ?? '') > (before.validFrom ?? '')) latest.set(entry.code, entry);
  }
  return [...latest.values()].map((entry) => [entry.code, entry.zh, isAbolished(entry, day) ? 0 : 1, entry.successorCodes]);
}
