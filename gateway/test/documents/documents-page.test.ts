import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { documentKinds } from '../../src/documents/document-kinds.js';
import { documentSettings } from '../../src/documents/document-settings.js';

it('the page of documents tells every kind and every limit with its standard, and none that there is not', async () => {
  const page = await readFile(new URL('../../docs/documents.md', import.meta.url), 'utf8');
  const limits = [...page.matchAll(/^\| `(DOCUMENT\w*)` \| (\d+) \|/gm)].map(([, name = '', standard]) => [name, Number(standard)]);
  expect(Object.fromEntries(limits)).toEqual(Object.fromEntries(Object.entries(documentSettings).map(([name, { standard }]) => [name, standard])));
  const kinds = [...page.matchAll(/^\| `([a-z-]+)` \| `(\w+)` \|/gm)].map(([, name, root]) => [name, root]);
  expect(kinds).toEqual([...documentKinds.values()].map(({ name, root }) => [name, root]));
});
