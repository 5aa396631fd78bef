import { durationInMilliseconds } from '../identifiers/duration-in-milliseconds.js';

/** How often a resource is brought up to date: 更新周期, and the frequency of the EU Vocabularies that DCAT-AP names. */
export interface UpdateCycle {
  readonly zh: string;
  readonly frequency: string;
}

const hour = 3_600_000;
const day = 24 * hour;

const cycles: readonly (readonly [upTo: number, cycle: UpdateCycle])[] = [
  [hour, { zh: '实时', frequency: 'UPDATE_CONT' }],
  [day, { zh: '每日', frequency: 'DAILY' }],
  [7 * day, { zh: '每周', frequency: 'WEEKLY' }],
  [31 * day, { zh: '每月', frequency: 'MONTHLY' }],
  [92 * day, { zh: '每季度', frequency: 'QUARTERLY' }],
  [Infinity, { zh: '每年', frequency: 'ANNUAL' }],
];

/**
 * The cycle that keeps the shortest of these freshness limits; undefined where there is none.
 *
 * @param limits ISO 8601 durations of days, hours and minutes
 */
export function updateCycle(limits: readonly (string | undefined)[]): UpdateCycle | undefined {
  const durations = limits.flatMap((limit) => (limit === undefined ? [] : (durationInMilliseconds(limit) ?? [])));
  if (durations.length === 0) return undefined;
  const shortest = Math.min(...durations);
  return cycles.find(([upTo]) => shortest <= upTo)?.[1];
}
