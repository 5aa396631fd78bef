import { pageSize, pages } from '../sealing/pages.js';
import type { Transaction } from '../unit-of-work/transaction.js';

export interface SelectionRow {
  readonly hash: string;
  readonly coordinates: string;
}

/** All selections that entries name, a page at a time. */
export const selectionRows = (database: Transaction) =>
  pages<SelectionRow, string>(database, `SELECT hash, coordinates FROM kernel.audit_selection WHERE hash > $1 ORDER BY hash LIMIT ${pageSize}`, ({ hash }) => hash, '');
