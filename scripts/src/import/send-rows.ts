import { createHash } from 'node:crypto';
import { mapRows, type MappedRow } from '@hub/imports/mapping/map-rows.js';
import type { ReadMapping } from '@hub/imports/mapping/read-mapping.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import type { HubAddress } from './hub-at.js';
import type { ImportFolder } from './import-folder.js';
import { reportLine } from './report-lines.js';
import { sendItems } from './send-items.js';

/** What one request carries at the most; the gateway takes 4 MiB, and a character may need three bytes. */
const most = { rows: 200, characters: 600_000 };

export interface SendRowsOptions {
  readonly patience: number;
  readonly stopping: AbortSignal;
  readonly onBatch: (done: number) => void;
}

/**
 * Sends the rows of an import that are not done yet, batch by batch, and keeps what became of each.
 * The idempotency key of a row is made of the run and the row's key, so that a batch that was sent before a kill and not noted
 * gets the same answer again.
 *
 * @returns whether all rows are done; not where it was told to stop
 * @throws ImportStopped
 */
export async function sendRows(folder: ImportFolder, read: ReadMapping, hub: HubAddress, { patience, stopping, onBatch }: SendRowsOptions): Promise<boolean> {
  const { run, source, mended, given } = folder.run;
  let done = 0;
  for await (const batch of batches(mapRows(source, read, { mended, given }))) {
    const before = done;
    done += batch.length;
    if (done <= folder.rows) continue;
    const rest = batch.slice(Math.max(folder.rows - before, 0));
    if (stopping.aborted) return false;
    const items = rest.flatMap((row) => ('item' in row ? [{ idempotencyKey: createHash('sha256').update(`${run}\n${row.key}`).digest('hex'), ...row.item }] : []));
    const outcomes = items.length === 0 ? [] : await sendItems(hub, items, { act: read.mapping.fills, input: read.input, patience });
    let next = 0;
    const lines = rest.map((row) => reportLine(row, 'item' in row ? outcomes[next++] : undefined, hub.language as Locale));
    await folder.keep(lines, rest.flatMap((row, index) => {
      const line = lines[index];
      return line?.outcome === 'REFUSED' ? [{ ...row.source, line }] : [];
    }));
    onBatch(folder.rows);
  }
  return true;
}

async function* batches(rows: AsyncIterable<MappedRow>): AsyncGenerator<MappedRow[]> {
  let batch: MappedRow[] = [];
  let characters = 0;
  for await (const row of rows) {
    const size = 'item' in row ? row.source.content.length * 2 : 0;
    if (batch.length >= most.rows || (batch.length > 0 && characters + size > most.characters)) {
      yield batch;
      [batch, characters] = [[], 0];
    }
    batch.push(row);
    characters += size;
  }
  if (batch.length > 0) yield batch;
}
