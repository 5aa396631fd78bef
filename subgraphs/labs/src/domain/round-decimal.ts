import { roundQuotient } from './round-quotient.js';
import { placesOf, scaledDecimal } from './scaled-decimal.js';

/** Rounds a decimal number to a count of places by GB/T 8170 (数值修约); a number with no more places stays as it is. */
export function roundDecimal(decimal: string, places: number): string {
  const written = placesOf(decimal);
  return written <= places ? decimal : roundQuotient(scaledDecimal(decimal, written), 10n ** BigInt(written), places);
}
