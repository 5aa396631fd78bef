import { setTimeout as delay } from 'node:timers/promises';
import { columnNamed } from '@hub/imports/sheets/column-heading.js';
import type { Asker } from '../../../scripts/src/asking/asked-hub.js';
import { readSheets, type ReadSheet } from '../sheets/read-sheets.js';
import { sheetFile } from '../sheets/sheet-file.js';
import type { JourneyHub } from './journey-hub.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const patience = 60_000;

/** What is written in a row, by the paths of columns. */
export type Row = Readonly<Record<string, string>>;

/** What came back of a sheet. */
export interface Returned {
  readonly counts: string;
  /** The sheet of what was not done, to be mended. */
  readonly back: readonly string[][];
  /** What became of every row. */
  readonly became: readonly string[][];
}

/** Somebody with a spreadsheet and a hub, in Chinese. */
export class SheetDesk {
  readonly #hub: JourneyHub;

  constructor(hub: JourneyHub) {
    this.#hub = hub;
  }

  /** The sheet of an act, once so many rows wait in it: what another owner has done arrives by event. */
  async fetch(asker: Asker, act: string, waits: number): Promise<ReadSheet> {
    for (const giveUp = Date.now() + patience; ; await delay(100)) {
      const response = await this.#ask(asker, `/sheets/${act}`);
      if (!response.ok) throw new Error(`${act}: ${response.status} ${await response.text()}`);
      const [sheet] = await readSheets(Buffer.from(await response.arrayBuffer()));
      if (!sheet) throw new Error(`The workbook of ${act} has no sheet.`);
      const came = sheet.rows.slice(1).filter((cells) => cells.slice(1).some((text) => text !== '')).length;
      if (came === waits) return sheet;
      if (Date.now() > giveUp) throw new Error(`In the sheet of ${act} ${came} rows wait, and not ${waits}.`);
    }
  }

  async send(asker: Asker, act: string, file: Buffer): Promise<Returned> {
    const response = await this.#ask(asker, `/sheets/${act}`, { method: 'POST', body: new Uint8Array(file), headers: { 'content-type': xlsx, accept: xlsx } });
    if (!response.ok) throw new Error(`${act}: ${response.status} ${await response.text()}`);
    const [back, became] = await readSheets(Buffer.from(await response.arrayBuffer()));
    return { counts: response.headers.get('x-hub-sheet') ?? '', back: back?.rows ?? [], became: became?.rows ?? [] };
  }

  /** Sends a sheet again and again until nothing is refused in it but by `mistake`: an answer of another owner is still on its way. */
  async sendUntilTaken(asker: Asker, act: string, file: Buffer, mistake?: string): Promise<Returned> {
    for (const giveUp = Date.now() + patience; ; await delay(100)) {
      const returned = await this.send(asker, act, file);
      const early = returned.became.slice(1).some((cells) => ['COMMISSION_NOT_ACCEPTED', 'STATE_NOT_POSSIBLE'].includes(cells[5] ?? '') && cells[5] !== mistake);
      if (!early || Date.now() > giveUp) return returned;
    }
  }

  async #ask(asker: Asker, path: string, { headers, ...init }: Omit<RequestInit, 'headers'> & { headers?: Readonly<Record<string, string>> } = {}): Promise<Response> {
    return fetch(new URL(path, this.#hub.url), { ...init, headers: { authorization: `Bearer ${await this.#hub.token(asker)}`, 'accept-language': 'zh-CN', ...headers } });
  }
}

/** Fills in the first rows of a sheet, as a spreadsheet saves it. */
export function fillIn({ name, rows: [headings = [], ...rows] }: ReadSheet, count: number, writes: (n: number) => Row): Buffer {
  const filled = rows.slice(0, count).map((cells, row) => headings.map((heading, n) => writes(row)[columnNamed(heading) ?? ''] ?? cells[n] ?? ''));
  return sheetFile(name, [headings, ...filled]);
}
