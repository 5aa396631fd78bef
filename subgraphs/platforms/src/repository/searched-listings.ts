import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { present } from '@hub/kernel/searched/present.js';
import type { ReadSearchedRows } from '@hub/kernel/searched/searched-rows.js';
import { searchedSelectionOf } from '@hub/kernel/searched/searched-selection-of.js';
import type { PlatformsDatabase } from './database.js';

/** Listings as the search finds them. */
export const searchedListings: ReadSearchedRows<PlatformsDatabase> = async (database, selection) => {
  const found = await database.listing.findMany(searchedSelectionOf(selection));
  const rows = found.map((row) => ({
    id: row.id,
    stamps: stampsOf(row),
    day: row.listedOn.toISOString().slice(0, 10),
    values: {
      'Listing.itemId': [row.itemId],
      'Listing.title': [row.title],
      'Listing.brand': present(row.brand),
      'Listing.brandOwner': present(row.brandOwner),
      'Listing.category': present(row.category),
      'Listing.gtinAsListed': present(row.gtinAsListed),
    },
  }));
  return { rows, gone: [] };
};
