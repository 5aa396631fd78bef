import { readFile } from 'node:fs/promises';
import { catalogue } from '@hub/schema/errors/catalogue.js';
import { limitCodes } from '@hub/schema/errors/codes/limit-codes.js';
import { expect, it } from 'vitest';
import { limitSettings } from '../src/limits/limit-settings.js';

const page = await readFile(new URL('../docs/limits.md', import.meta.url), 'utf8');
const rows = [...page.matchAll(/^\| `(\w+)` \| ([^|]*) \|/gm)].map(([, name = '', second = '']) => ({ name, second }));
const told = Object.fromEntries(rows.filter(({ name }) => name in limitSettings).map(({ name, second }) => [name, Number(second)]));

it('the page of limits tells every limit with its standard, and none that there is not', () => {
  expect(told).toEqual(Object.fromEntries(Object.entries(limitSettings).map(([name, { standard }]) => [name, standard])));
});

it('the page of limits tells every code by which something is refused, and none that there is not', () => {
  const codes = rows.map(({ name }) => name).filter((name) => name in catalogue || name in limitSettings);
  expect(codes.sort()).toEqual(Object.keys(limitCodes).sort());
});
