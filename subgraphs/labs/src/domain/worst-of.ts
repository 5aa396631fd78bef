import type { RoundingRule, Verdict } from '../generated/graphql.js';
import { compareDecimals } from './compare-decimals.js';
import type { LimitBounds } from './limit-bounds.js';
import { roundDecimal } from './round-decimal.js';
import { placesOf } from './scaled-decimal.js';
import { shiftDecimal } from './shift-decimal.js';
import { verdictInBounds } from './verdict-in-bounds.js';

/** The worse a verdict, the less; undecided lies between. */
const ranks: Readonly<Record<Verdict, number>> = { NONCONFORMING: 0, NOT_JUDGED: 1, CONFORMING: 2 };

/**
 * Of decimal numbers, at least one, the worst (最不利值): first by the verdict on each, for with a band around it and rounded, a value nearer to one bound may be judged
 * better than one farther from the other; then the one that is nearest to a bound from within, or furthest beyond it, as the rounding rule compares them: what is as far from
 * one bound as from the other may be rounded to within the one and beyond the other. Of those that are compared alike the worst as measured, of these the first.
 *
 * @param uncertainty the width of the guard band; 0 where the rule has none
 */
export function worstOf(decimals: readonly string[], bounds: LimitBounds, rounding: RoundingRule, uncertainty: string): string {
  const ranked = decimals.map((decimal) => ({
    decimal,
    rank: ranks[verdictInBounds(rounding, bounds, decimal, uncertainty) ?? 'NOT_JUDGED'],
    compared: marginOf(decimal, bounds, rounding),
    measured: marginOf(decimal, bounds, 'FULL_VALUE'),
  }));
  return ranked.reduce((worst, each) => {
    const order = each.rank - worst.rank || compareDecimals(each.compared, worst.compared) || compareDecimals(each.measured, worst.measured);
    return order < 0 ? each : worst;
  }).decimal;
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
