import { readMapping } from '@hub/imports/mapping/read-mapping.js';
import { readRecords } from '@hub/imports/mapping/read-records.js';
import type { RefusedRow } from '@hub/imports/running/import-journal.js';
import { refusedRows } from '@hub/imports/running/refused-rows.js';
import type { ReportLine } from '@hub/imports/running/report-lines.js';
import type { ImportRun } from '@hub/prisma/monitoring-center/generated/client.js';
import type { ReportedRow } from '../repository/import-rows.js';
import { rowsBehind } from './rows-behind.js';

/** Rows of the file between two parts of the answer. */
const atOnce = 500;

export interface RefusedRowsOptions {
  readonly run: ImportRun;
  /** Where its file lies. */
  readonly path: string;
  /** Refused rows of the report behind a place, in order. */
  readonly page: (after: number) => Promise<readonly ReportedRow[]>;
}

/**
 * The refused rows of an import as they came, to be mended: read out of its file when they are asked for, so that what may be personal lies in no
 * other place. Memory holds some hundred rows, however many there are. It begins with an empty part, and has one wherever nothing was refused: so headers leave
 * before the first row is found, and who has gone meanwhile is noticed.
 */
export async function* refusedRowsOf({ run, path, page }: RefusedRowsOptions): AsyncGenerator<string> {
  yield '';
  const read = readMapping(run.mappingText, run.mapping);
  const refused = rowsBehind(page);
  let next = await refused.next();
  let gathered: RefusedRow[] = [];
  let first = true;
  let place = 0;
  const written = () => {
    const text = refusedRows(gathered, read.mapping.format, first);
    first &&= text === '';
    gathered = [];
    return text;
  };
  for await (const source of readRecords(path, read, run.mended)) {
    if (next.done) break;
    place += 1;
    if (next.value.place === place) {
      gathered.push({ ...source, line: next.value as ReportLine });
      next = await refused.next();
    }
    if (place % atOnce === 0) yield written();
  }
  yield written();
}
