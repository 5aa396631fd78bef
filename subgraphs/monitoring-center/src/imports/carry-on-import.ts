import { access } from 'node:fs/promises';
import { ImportFault } from '@hub/imports/import-fault.js';
import { readMapping } from '@hub/imports/mapping/read-mapping.js';
import { ImportStopped } from '@hub/imports/running/import-stopped.js';
import { readThrough } from '@hub/imports/running/read-through.js';
import { takeInRows, type BatchLimits } from '@hub/imports/running/take-in-rows.js';
import type { TakeIn } from '@hub/imports/running/take-items.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import { importsPath } from '../domain/imports-path.js';
import type { ClaimedImport, ImportRefusal, ImportRuns } from '../repository/import-runs.js';
import { DatabaseJournal, LeaseLost } from './database-journal.js';
import { ImportRefused } from './import-refused.js';

/** Of one transaction. Each of its keys is a lock, of which PostgreSQL has some thousands for all that goes on; and what it is told by is one event. */
export const ofTransactions: BatchLimits = { rows: 500, characters: 2_000_000, underWay: 3 };

export interface CarriedImport {
  readonly claimed: ClaimedImport;
  readonly runs: ImportRuns;
  readonly takeIn: TakeIn;
  /** Where the file lies. */
  readonly path: string;
  /** Milliseconds for which the file is kept when it has ended. */
  readonly keptFor: number;
  /** Milliseconds for which what is away is asked again, before the import is given back. */
  readonly patience: number;
  /** Ends it before the next batch: the service stops, the lease was lost, or it was cancelled. */
  readonly stopping: AbortSignal;
  /** Has `stopping` abort. */
  readonly stop: () => void;
}

/**
 * Goes on with an import where it is (导入, 5.1.1): reads the file to its end before anything is sent, then has the rows taken in that are
 * not noted yet. The engine is that of `hub import`; what differs is where it is noted and by whom the rows are taken in.
 *
 * @returns whether it has ended; not where it was stopped, or something is away
 */
export async function carryOnImport({ claimed, runs, takeIn, path, keptFor, patience, stopping, stop }: CarriedImport): Promise<boolean> {
  try {
    await access(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      throw new ImportRefused({ code: 'IMPORT_FILE_NOT_HANDED_IN', parameters: { address: `${importsPath}/uploads` } });
    });
    const read = readMapping(claimed.mappingText, claimed.mapping);
    const rows = claimed.rowsInFile ?? (await readThrough(path, read, claimed.mended, stopping));
    if (rows === undefined) return false;
    if (claimed.rowsInFile === null && !(await runs.noteLength(claimed, rows))) return false;
    const journal = new DatabaseJournal(runs, claimed, { source: path, rows, stop });
    if (!(await takeInRows(journal, read, { takeIn, most: ofTransactions, locale: claimed.locale as Locale, patience, stopping }))) {
      if (stopping.aborted) return false;
      throw new Error(`The file of the import has ${journal.rows} rows now, and had ${rows}.`);
    }
    await runs.end(claimed, undefined, keptFor);
    return true;
  } catch (error) {
    if (error instanceof LeaseLost) return false;
    const refusal = refusalOf(error);
    // A fault of the hub is none that passes by itself: it is counted as what nobody expected.
    if (!refusal) throw error instanceof ImportStopped && !error.passing ? new Error(error.message, { cause: error }) : error;
    await runs.end(claimed, refusal, keptFor);
    return true;
  }
}

/** Why an import does not go on, as its starter is told; undefined of what may pass and of what nobody expected. */
function refusalOf(error: unknown): ImportRefusal | undefined {
  if (error instanceof ImportRefused) return error.refusal;
  if (error instanceof ImportFault) return { code: error.code, parameters: error.parameters };
  if (error instanceof ImportStopped && !error.passing && error.code !== undefined && error.code !== 'INTERNAL_SERVER_ERROR') {
    // Its message is in the language of whoever started it, and others read this.
    return { code: 'IMPORT_NOT_LET_ON', parameters: { problem: { en: `the hub answers ${error.code}.`, 'zh-CN': `资源库返回 ${error.code}。` } } };
  }
  return undefined;
}
