import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { present } from '@hub/kernel/searched/present.js';
import type { ReadSearchedRows } from '@hub/kernel/searched/searched-rows.js';
import { searchedSelectionOf } from '@hub/kernel/searched/searched-selection-of.js';
import type { FailedItem } from '../generated/graphql.js';
import type { MonitoringCenterDatabase } from './database.js';

/** Monitoring data as the search finds them. */
export const searchedMonitoringData: ReadSearchedRows<MonitoringCenterDatabase> = async (database, selection) => {
  const found = await database.monitoringData.findMany(searchedSelectionOf(selection));
  const rows = found.map((row) => ({
    id: row.id,
    stamps: stampsOf(row),
    day: row.fedBackAt && dayInShanghai(row.fedBackAt),
    values: {
      'MonitoringData.number': [row.number],
      'MonitoringData.productName': [row.productName],
      'MonitoringData.brand': present(row.brand),
      'MonitoringData.producerName': present(row.producerName),
      'MonitoringData.failedItems': [...new Set((row.failedItems as unknown as FailedItem[]).map(({ name }) => name))],
      'MonitoringData.listingItemId': [row.listingItemId],
      'MonitoringData.shopName': [row.shopName],
      'MonitoringData.sellerRegion': [row.sellerRegion],
      'MonitoringData.remark': present(row.remark),
      'MonitoringData.merchantName': [row.merchantName],
    },
  }));
  return { rows, gone: [] };
};
