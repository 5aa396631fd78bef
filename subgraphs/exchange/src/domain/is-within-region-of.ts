/** A regulator with its place. */
interface Regulator {
  readonly level: string | null;
  /** GB/T 2260. */
  readonly regionCode: string;
}

/** The levels of regulators from below. */
export const levelsUpwards = ['COUNTY', 'CITY', 'PROVINCE'] as const;

const digits: Readonly<Record<string, number>> = { COUNTY: 6, CITY: 4, PROVINCE: 2 };

/** Whether a place lies in the region of a regulator. */
export function isWithinRegionOf({ level, regionCode }: Regulator, place: string): boolean {
  const length = digits[level ?? ''];
  return length !== undefined && place.length === 6 && place.startsWith(regionCode.slice(0, length));
}
