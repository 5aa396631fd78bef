import { expect, it } from 'vitest';
import { listIsBounded } from './list-is-bounded.js';
import { brokenBy } from './testing/broken-by.js';

const broken = brokenBy(listIsBounded);
const plans = 'type Plan @structure { id: ID } type PlanConnection @structure { nodes: [Plan!] totalCount: Int }';

it('refuses a question that gives a list without end, and a connection that is not read by pages', () => {
  expect(broken(`${plans} extend type Query { plans: [Plan!]! @shared(terms: "all") }`)).toEqual(['Query.plans']);
  expect(broken(`${plans} extend type Query { plans(first: Int): PlanConnection! @shared(terms: "all") }`)).toEqual(['Query.plans']);
  expect(broken(`${plans} type Party @structure { plans: PlanConnection }`)).toEqual(['Party.plans']);
});

it('admits pages, a list whose length is said, and what a row has of its own', () => {
  const paged = 'plans(first: Int, after: String): PlanConnection @shared(terms: "all") last(first: Int): [Plan!] @shared(terms: "all") days: [Plan!] @listSize(assumedSize: 7) @shared(terms: "all") plan: Plan @shared(terms: "all")';
  expect(broken(`${plans} extend type Query { ${paged} } type Party @structure { plans: [Plan!] }`)).toEqual([]);
});
