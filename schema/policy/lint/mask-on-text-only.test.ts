import { expect, it } from 'vitest';
import { maskOnTextOnly } from './mask-on-text-only.js';
import { brokenBy } from './testing/broken-by.js';

const broken = brokenBy(maskOnTextOnly);

const masked = (type: string, mask: string) => `
  extend schema @terms(name: "buyer", class: UNCONDITIONAL, audience: [{ kinds: [LAB] }, { kinds: [REGULATOR], mask: ${mask} }])
  type Purchase @key(fields: "id") @defaultTerms(name: "all") { id: ID! buyer: ${type} @shared(terms: "buyer") }
`;

it('refuses PARTIAL and HASH on anything but a String', () => {
  for (const type of ['ID', 'Int', '[String!]']) expect(broken(masked(type, 'PARTIAL')), type).toEqual(['Purchase.buyer']);
  expect(broken(masked('Int!', 'HASH'))).toEqual(['Purchase.buyer']);
});

it('admits them on a String, and NULL on anything', () => {
  expect(broken(masked('String', 'PARTIAL'))).toEqual([]);
  expect(broken(masked('String!', 'HASH'))).toEqual([]);
  expect(broken(masked('Int', 'NULL'))).toEqual([]);
});
