import type { Spread, SuggestedSpread } from '../generated/graphql.js';

/** What of a record tells how far its hazard reaches. */
export interface SpreadingRecord {
  /** YYYY-MM-DD */
  readonly observedOn: string;
  readonly platforms: readonly string[];
  readonly retailers: readonly string[];
  /** Of the centre that took it in. */
  readonly regionCode: string | null;
}

/** What a loader gives: of records that the caller may not read, nothing. */
type LoadedRecord = SpreadingRecord | null;

/** From how many on a risk is held to be more than single; the standard leaves it to the centre (5.1.2). */
const least = { provinces: 2, platformsOfCommon: 3, sellersOfCommon: 5, cities: 2, platforms: 2, recordsOfRegional: 3 } as const;

/** The spread (普遍性, 5.1.2) that records suggest, with the figures behind it; null of none. */
export function suggestedSpread(loaded: readonly LoadedRecord[]): SuggestedSpread | null {
  const records = loaded.filter((record) => record !== null);
  const days = records.map(({ observedOn }) => observedOn).sort();
  const [since, until] = [days[0], days.at(-1)];
  if (since === undefined || until === undefined) return null;
  const each = (values: readonly string[]) => [...new Set(values)].sort();
  const [platforms, sellers] = [each(records.flatMap((record) => record.platforms)), each(records.flatMap(({ retailers }) => retailers))];
  const regionCodes = each(records.flatMap(({ regionCode }) => regionCode ?? []));
  const places = (digits: number) => new Set(regionCodes.map((code) => code.slice(0, digits))).size;
  const spreadOf = (): Spread => {
    if (places(2) >= least.provinces || (platforms.length >= least.platformsOfCommon && sellers.length >= least.sellersOfCommon)) return 'COMMON';
    if (records.length >= least.recordsOfRegional && (places(4) >= least.cities || platforms.length >= least.platforms)) return 'REGIONAL';
    return records.length > 1 || sellers.length > 1 || platforms.length > 1 ? 'LIMITED' : 'SINGLE';
  };
  return { spread: spreadOf(), records: records.length, sellers: sellers.length, platforms, regions: regionCodes.map((code) => ({ code })), since, until };
}
