import type { CodeEntry } from '@hub/schema/code-lists/code-list.js';
import { isAbolished, type RegionEntry } from '@hub/schema/code-lists/region-list.js';

/**
 * The regions that a version of the code list tells, as of a day (YYYY-MM-DD), as acts take them on that day: of a code that has changed its meaning the one that it has by then, in force or
 * ended; a code of a day to come is known, and not in force.
 */
export function publishedRegions(codes: readonly CodeEntry[], day: string): RegionEntry[] {
  const meanings = new Map<string, CodeEntry>();
  for (const entry of codes) {
    const other = meanings.get(entry.code);
    if (!other || goesBefore(entry, other, day)) meanings.set(entry.code, entry);
  }
  return [...meanings.values()].map((entry) => [entry.code, entry.zh, hasBegun(entry, day) && !isAbolished(entry, day) ? 1 : 0, entry.successorCodes]);
}

/** Of two meanings that have begun the later one tells, of two to come the earlier; one that has begun goes before one to come. */
function goesBefore(entry: CodeEntry, other: CodeEntry, day: string): boolean {
  const begun = hasBegun(entry, day);
  if (begun !== hasBegun(other, day)) return begun;
  const later = (entry.validFrom ?? '') > (other.validFrom ?? '');
  return begun === later;
}

function hasBegun({ validFrom }: CodeEntry, day: string): boolean {
  return (validFrom ?? '') <= day;
}
