import type { Stamps } from '@hub/schema/policy/decision/stamps.js';

/** The stamps of a row as its columns have them; a table without some of the columns knows nothing of them. */
export function stampsOf(row: Partial<Stamps>): Stamps {
  return {
    holder: row.holder ?? '',
    concerned: row.concerned ?? [],
    sellerRegion: row.sellerRegion ?? null,
    producerRegion: row.producerRegion ?? null,
    platformRegion: row.platformRegion ?? null,
    state: row.state ?? '',
    reached: row.reached ?? [],
  };
}
