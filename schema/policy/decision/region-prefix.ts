import type { Caller } from './caller.js';

/**
 * The leading digits that every GB/T 2260 code of the caller's region shares: 2 for a province, 4 for a city, 6 for a county.
 * Undefined where the region is not known, because every code begins with an empty text.
 */
export function regionPrefix(caller: Caller): string | undefined {
  if (!/^\d{6}$/.test(caller.regionCode)) return undefined;
  if (caller.level === 'PROVINCE') return caller.regionCode.slice(0, 2);
  if (caller.level === 'CITY') return caller.regionCode.slice(0, 4);
  return caller.regionCode;
}
