import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { recordOf, type BegunExport, type ExportAsker, type ExportEntry, type ExportRecord } from './export-record.js';

const wellFormed = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Keeps on disk how far each export came: a file of JSON lines that only grows, so that whoever is killed leaves what it had written. A party has a folder of its own. */
export class ExportRecords {
  readonly #folder: string;
  readonly #keep: number;

  /** @param keep milliseconds that a record is kept after it was last added to */
  constructor(folder: string, keep: number) {
    this.#folder = folder;
    this.#keep = keep;
  }

  async begin(begun: BegunExport): Promise<void> {
    const file = this.#file(begun.asker, begun.id);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await this.add(begun.asker, begun.id, { begun });
  }

  /** Begins a line of its own: the one before may have been cut off by a kill. */
  async add(asker: ExportAsker, id: string, entry: ExportEntry): Promise<void> {
    await appendFile(this.#file(asker, id), `\n${JSON.stringify(entry)}\n`, { mode: 0o600 });
  }

  /** The record of somebody's own export; undefined where it is another's, in another role, or no longer there. */
  async find(asker: ExportAsker, id: string): Promise<ExportRecord | undefined> {
    if (!wellFormed.test(id)) return undefined;
    const text = await readFile(this.#file(asker, id), 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    // What stands behind the last line break was cut off by a kill.
    const record = recordOf(text.split('\n').slice(0, -1).flatMap(entryIn));
    const own = record?.begun.asker;
    return own && own.partyId === asker.partyId && own.userId === asker.userId && own.role === asker.role ? record : undefined;
  }

  async remove(asker: ExportAsker, id: string): Promise<void> {
    await rm(this.#file(asker, id), { force: true });
  }

  /** How many exports of a party are kept, once those that are over are gone. */
  async count(asker: Pick<ExportAsker, 'partyId'>): Promise<number> {
    const folder = this.#folderOf(asker);
    await this.#sweep(folder);
    return (await readdir(folder).catch(() => [])).length;
  }

  /** Removes what is kept no longer, of all parties. */
  async sweep(): Promise<void> {
    for (const folder of await readdir(this.#folder).catch(() => [])) await this.#sweep(join(this.#folder, folder));
  }

  async #sweep(folder: string): Promise<void> {
    for (const name of await readdir(folder).catch(() => [])) {
      const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: Date.now() }));
      if (Date.now() - mtimeMs > this.#keep) await rm(join(folder, name), { force: true });
    }
  }

  #folderOf({ partyId }: Pick<ExportAsker, 'partyId'>): string {
    return join(this.#folder, createHash('sha256').update(partyId).digest('hex').slice(0, 32));
  }

  #file(asker: Pick<ExportAsker, 'partyId'>, id: string): string {
    return join(this.#folderOf(asker), `${id}.jsonl`);
  }
}

/** A line that a kill cut off, with another behind it, says nothing: the page is asked again. */
function entryIn(line: string): ExportEntry[] {
  try {
    return [JSON.parse(line) as ExportEntry];
  } catch {
    return [];
  }
}
