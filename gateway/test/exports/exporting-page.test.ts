import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { exportSettings } from '../../src/exports/export-settings.js';

it('the page of exporting tells every limit with its standard, and none that there is not', async () => {
  const page = await readFile(new URL('../../docs/exporting.md', import.meta.url), 'utf8');
  const told = [...page.matchAll(/^\| `(EXPORT\w*)` \| (\d+) \|/gm)].map(([, name = '', standard]) => [name, Number(standard)]);
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(Object.entries(exportSettings).map(([name, { standard }]) => [name, standard])));
});
