import type { ArchivedTable } from '@hub/kernel/archive/archived-table.js';

const closedData = 'SELECT id FROM monitoring_data_acknowledgement WHERE cycle_closed_at < $1';
const ofData = `monitoring_data_id IN (${closedData})`;

/** What goes into the archive with monitoring data at a desk (归档, 5.4.4), in the order in which it goes; a direction with the last that it is about. */
export const archivedTables: readonly ArchivedTable[] = [
  { name: 'self_inspection', rows: ofData },
  { name: 'received_result_notice', rows: ofData },
  { name: 'direction_fulfilment', rows: `NOT EXISTS (SELECT FROM unnest(monitoring_data_ids) AS about(id) WHERE about.id NOT IN (${closedData}))` },
  { name: 'platform_handling', rows: `id IN (${closedData})` },
  { name: 'monitoring_data_acknowledgement', rows: 'cycle_closed_at < $1' },
];
