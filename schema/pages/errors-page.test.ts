import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { catalogue } from '../errors/catalogue.js';

it('has the codes of the catalogue, and no others, in their order', () => {
  const page = readFileSync(new URL('../errors/ERRORS.md', import.meta.url), 'utf8');
  const codes = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => code);
  expect(codes, 'run `npm run generate:docs -w schema`').toEqual(Object.keys(catalogue));
});
