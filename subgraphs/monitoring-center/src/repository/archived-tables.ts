import type { ArchivedTable } from '@hub/kernel/archive/archived-table.js';

const ofClosedCycle = 'plan_id IN (SELECT id FROM received_monitoring_plan WHERE cycle_closed_at < $1)';

/** What goes into the archive with its cycle (归档, 5.4.4), in the order in which it goes: a sample names its purchase. */
export const archivedTables: readonly ArchivedTable[] = ['monitoring_data', 'inspection_commission', 'sample', 'purchase', 'sampling_order'].map((name) => ({ name, rows: ofClosedCycle }));
