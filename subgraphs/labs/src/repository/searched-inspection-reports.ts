import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { present } from '@hub/kernel/searched/present.js';
import type { ReadSearchedRows } from '@hub/kernel/searched/searched-rows.js';
import { searchedSelectionOf } from '@hub/kernel/searched/searched-selection-of.js';
import type { TestResult } from '../generated/graphql.js';
import type { LabsDatabase } from './database.js';

/** Inspection reports as the search finds them. */
export const searchedInspectionReports: ReadSearchedRows<LabsDatabase> = async (database, selection) => {
  const found = await database.inspectionReport.findMany(searchedSelectionOf(selection));
  const rows = found.map((row) => ({
    id: row.id,
    stamps: stampsOf(row),
    day: dayInShanghai(row.preparedAt),
    values: {
      'InspectionReport.number': [row.number],
      'InspectionReport.receipt': present(row.productKind),
      'InspectionReport.results': [...new Set((row.results as unknown as TestResult[]).flatMap(({ itemName, standardNumber }) => [itemName, standardNumber]))],
    },
  }));
  return { rows, gone: [] };
};
