import type { ArrivalCodes } from '../sealing/arrival-codes.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import type { Selection } from './selected-coordinates.js';

interface Waiting {
  readonly entry: string;
  readonly selection: Selection;
  readonly durable: () => void;
  readonly lost: (error: unknown) => void;
}

/** Most entries of one statement; what is more waits for the next. */
const widestFlush = 500;
/** Milliseconds for which an entry waits for the next that was expected, where nobody says that it does not come: nobody waits for the answer any more. */
const longestPatience = 2_000;
/** Selections that are remembered as written; there are as many as documents. */
const mostRemembered = 5_000;

// One statement is one transaction. Whatever the server's own setting, this one is acknowledged when it is on the disk.
const arrive = `
  INSERT INTO kernel.audit_arrival (entry, mac)
  SELECT new.entry, new.mac
  FROM unnest($1::text[], $2::text[]) AS new (entry, mac), (SELECT set_config('synchronous_commit', 'on', true) AS mode) AS durable
  WHERE durable.mode = 'on'`;
const arriveWithSelections = `
  WITH selected AS (
    INSERT INTO kernel.audit_selection (hash, coordinates) SELECT * FROM unnest($3::text[], $4::text[]) ON CONFLICT DO NOTHING
  ) ${arrive}`;

/**
 * Writes entries by group commit: while one flush is on its way the next collects, so that an entry waits for two flushes at most
 * however many there are. One that may wait begins none: it goes with the next that may not, or when its patience is over.
 */
export class AuditWriter {
  readonly #database: Transaction;
  readonly #codes: () => Promise<ArrivalCodes>;
  readonly #written = new Set<string>();
  #waiting: Waiting[] = [];
  #flushing: Promise<void> | undefined;
  /** Whether one of those that wait may not. */
  #urgent = false;
  #patience: NodeJS.Timeout | undefined;

  constructor(database: Transaction, codes: () => Promise<ArrivalCodes>) {
    this.#database = database;
    this.#codes = codes;
  }

  /** Resolves when the entry is durable. @throws what kept it from being written; it may be there all the same */
  write(entry: string, selection: Selection, mayWait = false): Promise<void> {
    return new Promise((durable, lost) => {
      this.#waiting.push({ entry, selection, durable, lost });
      if (!mayWait) this.hasten();
      else this.#patience ??= setTimeout(() => this.hasten(), longestPatience);
    });
  }

  /** Lets none of those that wait now wait any longer. */
  hasten(): void {
    if (this.#waiting.length === 0) return;
    this.#urgent = true;
    this.#flushing ??= this.#flush();
  }

  /** Resolves when nothing waits and nothing is on its way. */
  async idle(): Promise<void> {
    this.hasten();
    await this.#flushing;
  }

  async #flush(): Promise<void> {
    while (this.#urgent) {
      clearTimeout(this.#patience);
      this.#patience = undefined;
      const batch = this.#waiting.splice(0, widestFlush);
      this.#urgent = this.#waiting.length > 0;
      try {
        await this.#insert(batch);
        for (const { durable } of batch) durable();
      } catch (error) {
        for (const { lost } of batch) lost(error);
      }
    }
    // In the same turn in which nothing urgent was found waiting: who comes in the next begins anew.
    this.#flushing = undefined;
  }

  async #insert(batch: readonly Waiting[]): Promise<void> {
    const codes = await this.#codes();
    const entries = batch.map(({ entry }) => entry);
    const arrivals = [entries, entries.map((entry) => codes.codeOf(entry))];
    const fresh = new Map(batch.map(({ selection }) => [selection.hash, selection.coordinates]));
    for (const hash of fresh.keys()) if (this.#written.has(hash)) fresh.delete(hash);
    if (fresh.size === 0) await this.#database.$executeRawUnsafe(arrive, ...arrivals);
    else await this.#database.$executeRawUnsafe(arriveWithSelections, ...arrivals, [...fresh.keys()], [...fresh.values()]);
    if (this.#written.size >= mostRemembered) this.#written.clear();
    for (const hash of fresh.keys()) this.#written.add(hash);
  }
}
