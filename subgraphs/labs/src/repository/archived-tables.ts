import type { ArchivedTable } from '@hub/kernel/archive/archived-table.js';

const closedCommissions = 'SELECT id FROM commission_acceptance WHERE cycle_closed_at < $1';
const ofReceipt = `receipt_id IN (SELECT id FROM sample_receipt WHERE commission_id IN (${closedCommissions}))`;
const ofCommission = `commission_id IN (${closedCommissions})`;

/** What goes into the archive with its commission (归档, 5.4.4), in the order in which it goes. */
export const archivedTables: readonly ArchivedTable[] = [
  { name: 'storage_reading', rows: ofReceipt },
  { name: 'custody_entry', rows: ofReceipt },
  { name: 'inspection_report', rows: ofCommission },
  { name: 'inspection_failure', rows: ofCommission },
  { name: 'sample_receipt', rows: ofCommission },
  { name: 'commission_acceptance', rows: 'cycle_closed_at < $1' },
];
