import { roundQuotient } from './round-quotient.js';
import { placesOf, scaledDecimal } from './scaled-decimal.js';

/** The mean of decimal numbers, at least one, rounded once to a count of places by GB/T 8170. */
export function meanOf(decimals: readonly string[], places: number): string {
  const written = Math.max(...decimals.map(placesOf));
  const sum = decimals.reduce((total, decimal) => total + scaledDecimal(decimal, written), 0n);
  return roundQuotient(sum, BigInt(decimals.length) * 10n ** BigInt(written), places);
}
