import { expect, it } from 'vitest';
import { resourceHasFreshness } from './resource-has-freshness.js';
import { brokenBy } from './testing/broken-by.js';

const broken = brokenBy(resourceHasFreshness);
const plan = (byDefault: string, title = '') => `type Plan @key(fields: "id") @defaultTerms(name: "all"${byDefault}) { id: ID! title: String ${title} }`;

it('refuses a field of a resource that does not say how old it may be', () => {
  expect(broken(plan(''))).toEqual(['Plan.id', 'Plan.title']);
  expect(broken(plan('', '@shared(freshness: "PT5M")'))).toEqual(['Plan.id']);
});

it('refuses a limit that is no duration', () => {
  expect(broken(plan(', freshness: "PT5M"', '@shared(freshness: "soon")'))).toEqual(['Plan.title']);
  expect(broken(plan(', freshness: "P1M"'))).toEqual(['Plan.id', 'Plan.title']);
});

it('admits the default of a type, and what an owner contributes to another’s resource with a limit or without', () => {
  expect(broken(plan(', freshness: "PT5M"', '@shared(freshness: "P1D")'))).toEqual([]);
  const lab = 'type Lab @key(fields: "id") @defaultTerms(name: "all", freshness: "P1D") { id: ID! }';
  expect(broken('type Lab @key(fields: "id") @stub(owner: "there") { id: ID! plans: String @shared(terms: "all") progress: String @shared(terms: "all", freshness: "PT5M") }', lab)).toEqual([]);
});
