import { decimalOf } from './scaled-decimal.js';

/**
 * Rounds a quotient of whole numbers to a count of places by GB/T 8170 (数值修约): to the nearest, and from the middle to the even
 * digit. Exact, and rounded once only, as 3.3 of it demands.
 *
 * @param denominator above zero
 */
export function roundQuotient(numerator: bigint, denominator: bigint, places: number): string {
  const size = (numerator < 0n ? -numerator : numerator) * 10n ** BigInt(places);
  const [kept, rest] = [size / denominator, size % denominator];
  const up = rest * 2n > denominator || (rest * 2n === denominator && kept % 2n === 1n);
  const rounded = up ? kept + 1n : kept;
  return decimalOf(numerator < 0n ? -rounded : rounded, places);
}
