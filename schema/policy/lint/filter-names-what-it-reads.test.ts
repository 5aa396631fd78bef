import { expect, it } from 'vitest';
import { filterNamesWhatItReads } from './filter-names-what-it-reads.js';
import { brokenBy } from './testing/broken-by.js';

const broken = brokenBy(filterNamesWhatItReads);

const list = (filter: string, order = '') => `
  type Plan @key(fields: "id") @defaultTerms(name: "regulators") { id: ID! title: String! products: PlanProduct! lab: Lab }
  type PlanProduct @structure { name: String! }
  type Lab @key(fields: "id") @stub(owner: "there") { id: ID! }
  input PlanFilter { title: String ${filter} }
  enum PlanOrderField { TITLE ${order} }
`;
const lab = 'type Lab @key(fields: "id") @defaultTerms(name: "regulators") { id: ID! }';
const right = '@reads(coordinate: "Plan.title")';

it('refuses a filter and an order that do not say what they read', () => {
  expect(broken(list('', right), lab)).toEqual(['PlanFilter.title']);
  expect(broken(list(right, ''), lab)).toEqual(['PlanOrderField.TITLE']);
});

it('refuses a coordinate that is not there, is structure, or is another owner’s', () => {
  for (const coordinate of ['Plan.name', 'PlanProduct.name', 'Lab.id']) {
    expect(broken(list(`@reads(coordinate: "${coordinate}")`, right), lab), coordinate).toEqual(['PlanFilter.title']);
  }
});

it('refuses a coordinate of another type than the one listed', () => {
  const shop = 'type Shop @key(fields: "id") @defaultTerms(name: "regulators") { id: ID! }';
  expect(broken(list('@reads(coordinate: "Shop.id")', right) + shop, lab)).toEqual(['PlanFilter.title']);
});

it('admits what names the field that leads to it', () => {
  expect(broken(list('@reads(coordinate: "Plan.products")', right), lab)).toEqual([]);
});

it('refuses an argument by which a list or a subscription chooses rows that does not say what it reads', () => {
  const roots = (reads: string) => `
    type PlanConnection @structure { nodes: [Plan!]! }
    type PlanEvent @structure { cursor: String! plan: Plan! }
    type Query { plans(first: Int, filter: PlanFilter, titles: [String!] ${reads}): PlanConnection @shared(terms: "regulators") }
    type Subscription { planIssued(after: String, titles: [String!] ${reads}): PlanEvent @shared(terms: "regulators") }
  `;
  expect(broken(list(right, right) + roots(''), lab)).toEqual(['Query.plans(titles:)', 'Subscription.planIssued(titles:)']);
  expect(broken(list(right, right) + roots('@reads(coordinate: "PlanProduct.name")'), lab)).toHaveLength(2);
  expect(broken(list(right, right) + roots(right), lab)).toEqual([]);
});
