import { expect, it } from 'vitest';
import { notSharedHasGround } from './not-shared-has-ground.js';
import { brokenBy } from './testing/broken-by.js';

const broken = brokenBy(notSharedHasGround);

const terms = (ground: string) => `
  extend schema @terms(name: "buyer", class: NOT_SHARED, audience: [{ kinds: [LAB] }] ${ground})
  type Purchase @key(fields: "id") @defaultTerms(name: "buyer") { id: ID }
`;

it('refuses 不予共享 without a ground', () => {
  expect(broken(terms(''))).toEqual(['Purchase.id']);
  expect(broken(terms('ground: " "'))).toEqual(['Purchase.id']);
});

it('admits 不予共享 with its ground', () => {
  expect(broken(terms('ground: "Buying is blind (5.2.2)"'))).toEqual([]);
});
