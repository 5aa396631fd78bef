import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { sheetActs } from '../../src/sheets/sheet-acts.js';
import { sheetSettings } from '../../src/sheets/sheet-settings.js';

const page = await readFile(new URL('../../docs/sheets.md', import.meta.url), 'utf8');

it('the page of sheets tells every limit with its standard, and none that there is not', () => {
  const told = [...page.matchAll(/^\| `(SHEET\w*)` \| (\d+) \|/gm)].map(([, name = '', standard]) => [name, Number(standard)]);
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(Object.entries(sheetSettings).map(([name, { standard }]) => [name, standard])));
});

it('and every act that has a sheet, in the order of the cycle', () => {
  expect([...page.matchAll(/^\| `([a-z]\w*)` \|/gm)].map(([, act]) => act)).toEqual(sheetActs.map(({ act }) => act));
});
