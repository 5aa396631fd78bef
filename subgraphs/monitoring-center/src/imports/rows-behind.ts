import type { ReportedRow } from '../repository/import-rows.js';

/** All rows of a report, page after page. @param page those behind a place, in order; none where there are no more */
export async function* rowsBehind(page: (after: number) => Promise<readonly ReportedRow[]>): AsyncGenerator<ReportedRow, undefined> {
  for (let rows = await page(0); rows.length > 0; rows = await page(rows.at(-1)?.place ?? 0)) yield* rows;
  return undefined;
}
