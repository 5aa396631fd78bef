import { placesOf, scaledDecimal } from './scaled-decimal.js';

/** A plain decimal number as results and limits are written: no exponent, no thousands separator. */
export const decimalPattern = /^[+-]?\d+(\.\d+)?$/;

/** Compares two decimal numbers exactly, however many digits they have: negative, zero or positive as a - b is. */
export function compareDecimals(a: string, b: string): number {
  const places = Math.max(placesOf(a), placesOf(b));
  const [left, right] = [scaledDecimal(a, places), scaledDecimal(b, places)];
  return left < right ? -1 : left > right ? 1 : 0;
}
