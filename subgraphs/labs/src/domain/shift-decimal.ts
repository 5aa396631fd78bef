import { decimalOf, placesOf, scaledDecimal } from './scaled-decimal.js';

/** A decimal number with another added to it, or taken from it: exact, however many digits they have. */
export function shiftDecimal(decimal: string, direction: 'up' | 'down', by: string): string {
  const places = Math.max(placesOf(decimal), placesOf(by));
  const [from, step] = [scaledDecimal(decimal, places), scaledDecimal(by, places)];
  return decimalOf(direction === 'up' ? from + step : from - step, places);
}
