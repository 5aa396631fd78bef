import type { RegionEntry } from '@hub/schema/code-lists/region-list.js';

/** A region of GB/T 2260 as the registry keeps it. */
export interface RegionRecord {
  readonly code: string;
  readonly name: string;
  readonly level: 'PROVINCE' | 'PREFECTURE' | 'COUNTY';
  readonly current: boolean;
  readonly parentCode: string | null;
  readonly successors: readonly string[];
}

/** Reads level and parent off the codes (GB/T 2260: two digits each for province, prefecture, county). */
export function regionRecords(entries: readonly RegionEntry[]): RegionRecord[] {
  const current = new Map(entries.map(([code, , inForce]) => [code, inForce === 1]));
  return entries.map(([code, name, inForce, successors = []]) => ({
    code,
    name,
    level: code.endsWith('0000') ? 'PROVINCE' : code.endsWith('00') ? 'PREFECTURE' : 'COUNTY',
    current: inForce === 1,
    parentCode: parentOf(code, current),
    successors,
  }));
}

/**
 * The nearest code above. A region in force lies in one in force: the prefecture codes of municipalities and of counties
 * directly under a province are abolished or were never given. An abolished region lay in whatever had the prefix.
 */
function parentOf(code: string, current: ReadonlyMap<string, boolean>): string | null {
  const above = [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`].filter((other) => other !== code && current.has(other));
  const inForce = current.get(code) ? above.find((other) => current.get(other)) : undefined;
  return inForce ?? above[0] ?? null;
}
