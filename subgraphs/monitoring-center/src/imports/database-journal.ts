import { countedWith, noCounts } from '@hub/imports/running/import-counts.js';
import type { ImportJournal, ImportRun } from '@hub/imports/running/import-journal.js';
import type { ReportLine } from '@hub/imports/running/report-lines.js';
import type { ClaimedImport, ImportRuns } from '../repository/import-runs.js';

/** The import has passed to another process, which goes on behind what is noted. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** Notes an import in the centre's database, each batch in one transaction with how far it is (the CLI's is a folder). */
export class DatabaseJournal implements ImportJournal {
  readonly run: ImportRun;
  readonly #runs: ImportRuns;
  readonly #claimed: ClaimedImport;
  readonly #stop: () => void;
  #rows: number;

  /** @param stop ends the import before its next batch */
  constructor(runs: ImportRuns, claimed: ClaimedImport, { source, rows, stop }: { readonly source: string; readonly rows: number; readonly stop: () => void }) {
    this.#runs = runs;
    this.#claimed = claimed;
    this.#stop = stop;
    this.#rows = claimed.rowsDone;
    this.run = { run: claimed.id, source, mended: claimed.mended, given: claimed.given as Record<string, string>, rows };
  }

  get rows(): number {
    return this.#rows;
  }

  /** Refused rows are given back out of the file. An import that was cancelled meanwhile goes no further. @throws LeaseLost */
  async keep(lines: readonly ReportLine[]): Promise<void> {
    const { TAKEN: taken, UPDATED: updated, UNCHANGED: unchanged, LEFT_OUT: leftOut, REFUSED: refused, repaired } = countedWith(noCounts, lines);
    const state = await this.#runs.noteRows(this.#claimed, lines, { taken, updated, unchanged, leftOut, refused, repaired });
    if (state === undefined) throw new LeaseLost();
    this.#rows += lines.length;
    if (state !== 'STARTED') this.#stop();
  }
}
