import type { Caller } from './caller.js';

/** The leading digits that every GB/T 2260 code of the caller's region shares: 2 for a province, 4 for a city, 6 for a county. */
export function regionPrefix(caller: Caller): string {
  if (caller.level === 'PROVINCE') return caller.regionCode.slice(0, 2);
  if (caller.level === 'CITY') return caller.regionCode.slice(0, 4);
  return caller.regionCode;
}
