import { compareDecimals } from './compare-decimals.js';
import type { LimitBounds } from './limit-bounds.js';
import { shiftDecimal } from './shift-decimal.js';

/** Of decimal numbers, at least one, the one that is nearest to a bound from within, or furthest beyond it (最不利值); the first where several are. */
export function worstOf(decimals: readonly string[], bounds: LimitBounds): string {
  return decimals.reduce((worst, decimal) => (compareDecimals(marginOf(decimal, bounds), marginOf(worst, bounds)) < 0 ? decimal : worst));
}

/** How far a number lies within the bounds, at the nearer one; below zero where it lies beyond. */
function marginOf(decimal: string, { lowest, highest }: LimitBounds): string {
  const margins = [
    ...(lowest === undefined ? [] : [shiftDecimal(decimal, 'down', lowest)]),
    ...(highest === undefined ? [] : [shiftDecimal(highest, 'down', decimal)]),
  ];
  return margins.reduce((least, margin) => (compareDecimals(margin, least) < 0 ? margin : least));
}
