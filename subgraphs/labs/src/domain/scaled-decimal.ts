/** Digits behind the point of a decimal number as it is written. */
export function placesOf(decimal: string): number {
  return decimal.split('.')[1]?.length ?? 0;
}

/** A decimal number times ten to the power of `places`, which makes it whole: no digit is lost, however many there are. */
export function scaledDecimal(decimal: string, places: number): bigint {
  return BigInt(decimal.replace(/^\+/, '').replace('.', '') + '0'.repeat(places - placesOf(decimal)));
}

/** The decimal number of which this is the scaled one. */
export function decimalOf(scaled: bigint, places: number): string {
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(places + 1, '0');
  const decimal = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return scaled < 0n ? `-${decimal}` : decimal;
}
