import type { RoundingRule, Verdict } from '../generated/graphql.js';
import type { LimitBounds } from './limit-bounds.js';
import { shiftDecimal } from './shift-decimal.js';
import { withinBounds } from './within-bounds.js';

/**
 * Conforming where the value and all that it may be lie within the bounds, nonconforming where all lie beyond one of them; undefined between.
 *
 * @param uncertainty how far it may be from what was measured, not negative; 0 is simple acceptance, and decides always
 */
export function verdictInBounds(rounding: RoundingRule, bounds: LimitBounds, measured: string, uncertainty: string): Verdict | undefined {
  const [least, most] = [shiftDecimal(measured, 'down', uncertainty), shiftDecimal(measured, 'up', uncertainty)];
  if (withinBounds(rounding, bounds, least, most)) return 'CONFORMING';
  const below = bounds.lowest !== undefined && !withinBounds(rounding, { lowest: bounds.lowest }, most, most);
  const above = bounds.highest !== undefined && !withinBounds(rounding, { highest: bounds.highest }, least, least);
  return below || above ? 'NONCONFORMING' : undefined;
}
