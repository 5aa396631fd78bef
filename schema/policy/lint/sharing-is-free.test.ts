import { expect, it } from 'vitest';
import { sharingIsFree } from './sharing-is-free.js';
import { brokenBy } from './testing/broken-by.js';

const broken = brokenBy(sharingIsFree);

const terms = (name: string, ground: string) => `
  extend schema @terms(name: "${name}", class: UNCONDITIONAL, audience: [{ kinds: [LAB] }], ground: "${ground}")
  type Plan @key(fields: "id") @defaultTerms(name: "${name}") { id: ID }
`;

it('refuses terms that speak of money', () => {
  expect(broken(terms('readFee', ''))).toEqual(['Plan.id']);
  expect(broken(terms('plan', 'against a price per record'))).toEqual(['Plan.id']);
  expect(broken(terms('plan', 'beyond the quota'))).toEqual(['Plan.id']);
  expect(broken(terms('plan', '按件收费'))).toEqual(['Plan.id']);
});

it('admits terms whose words only look like it', () => {
  expect(broken(terms('feedback', 'quotation of the standard'))).toEqual([]);
});
