import type { RoundingRule } from '../generated/graphql.js';
import { compareDecimals } from './compare-decimals.js';
import type { LimitBounds } from './limit-bounds.js';
import { roundDecimal } from './round-decimal.js';
import { placesOf } from './scaled-decimal.js';

/** Whether the least and the most that a value may be lie within the bounds, each compared as the rounding rule says (GB/T 8170). */
export function withinBounds(rounding: RoundingRule, { lowest, highest }: LimitBounds, least: string, most: string): boolean {
  const compared = (value: string, bound: string) =>
    compareDecimals(rounding === 'ROUNDED_VALUE' ? roundDecimal(value, placesOf(bound)) : value, bound);
  return (lowest === undefined || compared(least, lowest) >= 0) && (highest === undefined || compared(most, highest) <= 0);
}
