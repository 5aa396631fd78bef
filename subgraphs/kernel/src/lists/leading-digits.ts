/**
 * The digits that all codes within a region share (GB/T 2260): the leading two of a province, the leading four of a city. Leading
 * digits of a code stand for themselves.
 */
export function leadingDigits(regionCode: string): string {
  return /^\d{6}$/.test(regionCode) ? regionCode.replace(/(?<=^\d{2,4})(?:00){1,2}$/, '') : regionCode;
}
