import { hash } from 'node:crypto';
import type { Locale } from '@hub/schema/errors/locale.js';
import { mapRows, type MappedRow } from '../mapping/map-rows.js';
import type { ReadMapping } from '../mapping/read-mapping.js';
import type { ImportJournal, RefusedRow } from './import-journal.js';
import { reportLine, type ReportLine } from './report-lines.js';
import { takeItems, type TakeIn } from './take-items.js';

/** What is taken in at once, at the most. */
export interface BatchLimits {
  readonly rows: number;
  /** Of the source records. */
  readonly characters: number;
  /** While so many batches are under way, the next is read. */
  readonly underWay: number;
}

/** Of batches that are requests of GraphQL: an act takes 500 items and the gateway 4 MiB, and a character may need three bytes. */
export const ofRequests: BatchLimits = { rows: 500, characters: 300_000, underWay: 3 };

export interface TakeInRowsOptions {
  readonly takeIn: TakeIn;
  readonly most: BatchLimits;
  /** In which the report is written. */
  readonly locale: Locale;
  /** Milliseconds for which a hub that is away is asked again. */
  readonly patience: number;
  readonly stopping: AbortSignal;
  readonly onBatch?: (done: number) => void;
}

/**
 * Sends the rows of an import that are not done yet, batch by batch, and keeps what became of each, in their order.
 * The idempotency key of a row is made of the run and the row's key, so that batches that were sent before a kill and not noted
 * get the same answer again.
 *
 * @returns whether all rows are done; not where it was told to stop
 * @throws ImportStopped
 */
export async function takeInRows(journal: ImportJournal, read: ReadMapping, { takeIn, most, locale, patience, stopping, onBatch }: TakeInRowsOptions): Promise<boolean> {
  const { run, source, mended, given } = journal.run;
  const underWay: Promise<SentBatch>[] = [];
  const keepFirst = async () => {
    const sent = await underWay.shift();
    if (sent) await journal.keep(sent.lines, sent.refused);
    onBatch?.(journal.rows);
  };
  const doneBefore = journal.rows;
  let passed = 0;
  try {
    for await (const batch of batches(mapRows(source, read, { mended, given }), most)) {
      if (stopping.aborted) break;
      const rest = batch.slice(Math.max(doneBefore - passed, 0));
      passed += batch.length;
      if (rest.length === 0) continue;
      const sending = takeInBatch(rest, { run, bulk: read.input.bulk, takeIn, locale, patience, stopping });
      sending.catch(() => undefined); // told when its turn comes
      underWay.push(sending);
      if (underWay.length === most.underWay) await keepFirst();
    }
    while (underWay.length > 0) await keepFirst();
  } finally {
    // Where one fails, nothing is taken in any more when the import is left.
    await Promise.allSettled(underWay);
  }
  return journal.rows === journal.run.rows;
}

/** What became of the rows of one request. */
interface SentBatch {
  readonly lines: readonly ReportLine[];
  readonly refused: readonly RefusedRow[];
}

interface Sending extends Omit<TakeInRowsOptions, 'most' | 'onBatch'> {
  readonly run: string;
  readonly bulk: boolean;
}

async function takeInBatch(rows: readonly MappedRow[], { run, takeIn, locale, ...options }: Sending): Promise<SentBatch> {
  const items = rows.flatMap((row) => ('item' in row ? [{ idempotencyKey: hash('sha256', `${run}\n${row.key}`), ...row.item }] : []));
  const outcomes = items.length === 0 ? [] : await takeItems(takeIn, items, options);
  let next = 0;
  const lines = rows.map((row) => reportLine(row, 'item' in row ? outcomes[next++] : undefined, locale));
  const refused = rows.flatMap((row, index) => {
    const line = lines[index];
    return line?.outcome === 'REFUSED' ? [{ ...row.source, line }] : [];
  });
  return { lines, refused };
}

async function* batches(rows: AsyncIterable<MappedRow>, most: BatchLimits): AsyncGenerator<MappedRow[]> {
  let batch: MappedRow[] = [];
  let characters = 0;
  for await (const row of rows) {
    const size = 'item' in row ? row.source.content.length : 0;
    if (batch.length >= most.rows || (batch.length > 0 && characters + size > most.characters)) {
      yield batch;
      [batch, characters] = [[], 0];
    }
    batch.push(row);
    characters += size;
  }
  if (batch.length > 0) yield batch;
}
