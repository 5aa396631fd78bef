import { expect, it } from 'vitest';
import { audienceHasBasis } from './audience-has-basis.js';
import { brokenBy } from './testing/broken-by.js';

const broken = brokenBy(audienceHasBasis);

const terms = (basis: string) => `
  extend schema @terms(name: "plan", class: UNCONDITIONAL, audience: [
    { kinds: [LAB], basis: { kind: COMMISSION, reference: "3.3 a" } }
    { kinds: [REGULATOR] ${basis} }
  ])
  type Plan @key(fields: "id") @defaultTerms(name: "plan") { id: ID }
`;

it('refuses a clause that rests on nothing', () => {
  expect(broken(terms(''))).toEqual(['Plan.id']);
  for (const reference of ['', ' ']) expect(broken(terms(`basis: { kind: STATUTE, reference: "${reference}" }`))).toEqual(['Plan.id']);
});

it('admits clauses that each name their basis', () => {
  expect(broken(terms('basis: { kind: STATUTE, reference: "3.1 a" }'))).toEqual([]);
});
