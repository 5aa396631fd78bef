import { decimalOf, placesOf, scaledDecimal } from './scaled-decimal.js';

/**
 * Rounds a decimal number to a count of places by GB/T 8170 (数值修约): to the nearest, and from the middle to the even digit.
 * Exact, however many digits it has; a number with no more places stays as it is.
 */
export function roundDecimal(decimal: string, places: number): string {
  const more = placesOf(decimal) - places;
  if (more <= 0) return decimal;
  const unit = 10n ** BigInt(more);
  const scaled = scaledDecimal(decimal, places + more);
  const size = scaled < 0n ? -scaled : scaled;
  const [kept, rest] = [size / unit, size % unit];
  const up = rest * 2n > unit || (rest * 2n === unit && kept % 2n === 1n);
  const rounded = up ? kept + 1n : kept;
  return decimalOf(scaled < 0n ? -rounded : rounded, places);
}
