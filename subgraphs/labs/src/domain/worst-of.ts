import { compareDecimals } from './compare-decimals.js';
import type { LimitBounds } from './limit-bounds.js';
import { roundDecimal } from './round-decimal.js';
import { placesOf } from './scaled-decimal.js';
import { shiftDecimal } from './shift-decimal.js';
import type { RoundingRule } from '../generated/graphql.js';

/**
 * Of decimal numbers, at least one, the one that is nearest to a bound from within, or furthest beyond it (最不利值), as the rounding rule compares them: what is as far from
 * one bound as from the other may be rounded to within the one and beyond the other. Of those that are compared alike the worst as measured, of these the first.
 */
export function worstOf(decimals: readonly string[], bounds: LimitBounds, rounding: RoundingRule): string {
  return decimals.reduce((worst, decimal) => {
    const compared = compareDecimals(marginOf(decimal, bounds, rounding), marginOf(worst, bounds, rounding));
    return (compared || compareDecimals(marginOf(decimal, bounds, 'FULL_VALUE'), marginOf(worst, bounds, 'FULL_VALUE'))) < 0 ? decimal : worst;
  });
}

/** How far a number lies within the bounds, at the nearer one; below zero where it lies beyond. */
function marginOf(decimal: string, { lowest, highest }: LimitBounds, rounding: RoundingRule): string {
  const compared = (bound: string) => (rounding === 'ROUNDED_VALUE' ? roundDecimal(decimal, placesOf(bound)) : decimal);
  const margins = [
    ...(lowest === undefined ? [] : [shiftDecimal(compared(lowest), 'down', lowest)]),
    ...(highest === undefined ? [] : [shiftDecimal(highest, 'down', compared(highest))]),
  ];
  return margins.reduce((least, margin) => (compareDecimals(margin, least) < 0 ? margin : least));
}
