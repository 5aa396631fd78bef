import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { ReadSearchedRows } from '@hub/kernel/searched/searched-rows.js';
import { searchedSelectionOf } from '@hub/kernel/searched/searched-selection-of.js';
import type { MonitoringCenterDatabase } from './database.js';

/** Samples as the search finds them. They have no day: each would tell a lab when it was bought. */
export const searchedSamples: ReadSearchedRows<MonitoringCenterDatabase> = async (database, selection) => {
  const found = await database.sample.findMany(searchedSelectionOf(selection));
  const rows = found.map((row) => ({
    id: row.id,
    stamps: stampsOf(row),
    day: null,
    values: {
      'Sample.number': [row.number],
      'Sample.blindNumber': [row.blindNumber],
      'Sample.productKind': [row.productKind],
      'Sample.productName': [row.productName],
      'Sample.purchase': [row.sellerRegion],
    },
  }));
  return { rows, gone: [] };
};
