import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { sheetFetch } from '../src/commands/sheet-fetch.js';
import { playedHub, type PlayedHub } from './played-hub.js';

const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
let folder: string;
let hub: PlayedHub;
/** What the hub tells of the sheet beside it. */
let header: string;
beforeAll(async () => {
  vi.stubEnv('HUB_TOKEN', 'a token');
  folder = await mkdtemp(join(tmpdir(), 'sheet-fetch-'));
  hub = await playedHub((_request, response) => response.setHeader('x-hub-sheet', header).end('a workbook'));
});
afterAll(async () => {
  await hub.close();
  await rm(folder, { recursive: true });
  vi.unstubAllEnvs();
});

it.each([
  ['waiting=12', []],
  ['waiting=2000, more', ['More waits than stands in it: send it filled in, and fetch it again for the others.']],
  // Fetched again, it would be as empty.
  ['waiting=0, more', ['What waits first needs more rows than a sheet may have. Ask the operator to raise SHEET_ROWS, or narrow by --filter.']],
])('hub sheet fetch tells what to do about what has no room in the sheet (%s)', async (told, words) => {
  header = told;
  said.mockClear();
  const out = join(folder, 'sheet.xlsx');
  await sheetFetch('recordTestResults', { url: hub.url, lang: 'en', out, waiting: true });
  expect(said.mock.calls.flat()).toEqual([...words, `${out}: to be filled in. Send it with: hub sheet send recordTestResults ${out}`]);
  expect(await readFile(out, 'utf8')).toBe('a workbook');
});
