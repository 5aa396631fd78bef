/** A plain decimal number as results and limits are written: no exponent, no thousands separator. */
export const decimalPattern = /^[+-]?\d+(\.\d+)?$/;

/** Compares two decimal numbers exactly, however many digits they have: negative, zero or positive as a - b is. */
export function compareDecimals(a: string, b: string): number {
  const places = Math.max(fractionOf(a).length, fractionOf(b).length);
  const [left, right] = [scaled(a, places), scaled(b, places)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function fractionOf(decimal: string): string {
  return decimal.split('.')[1] ?? '';
}

/** The number times ten to the power of `places`, which makes it whole. */
function scaled(decimal: string, places: number): bigint {
  const digits = decimal.replace(/^\+/, '').replace('.', '') + '0'.repeat(places - fractionOf(decimal).length);
  return BigInt(digits);
}
