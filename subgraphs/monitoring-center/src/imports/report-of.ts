import { asCsv } from '@hub/imports/running/refused-rows.js';
import { reportColumns } from '@hub/imports/running/report-lines.js';
import type { ReportedRow } from '../repository/import-rows.js';

/** The report of an import as CSV, a line for each row, as `hub import` writes it. @param page rows behind a place, in order */
export async function* reportOf(page: (after: number) => Promise<readonly ReportedRow[]>): AsyncGenerator<string> {
  let rows = await page(0);
  yield asCsv(rows, reportColumns, true);
  while (rows.length > 0) {
    rows = await page(rows.at(-1)?.place ?? 0);
    if (rows.length > 0) yield asCsv(rows, reportColumns, false);
  }
}
