import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);
const page = await readFile(new URL('gateway/docs/abuse.md', root), 'utf8');
const rows = [...page.matchAll(/^\| (?!sort of abuse|---)(.*) \|$/gm)].map(([, row = '']) => row.split(' | '));

it('the page of abuse names for each sort the tests that try it, and they are there', () => {
  expect(rows.length).toBeGreaterThan(10);
  for (const [sort, tests = ''] of rows) {
    const files = [...tests.matchAll(/`([\w/.-]+\.ts)`/g)].map(([, file = '']) => file);
    expect(files.length, sort).toBeGreaterThan(0);
    expect(files.filter((file) => !existsSync(fileURLToPath(new URL(file, root)))), sort).toEqual([]);
  }
});
