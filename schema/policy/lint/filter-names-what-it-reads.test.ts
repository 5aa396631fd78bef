import { expect, it } from 'vitest';
import { filterNamesWhatItReads } from './filter-names-what-it-reads.js';
import { brokenBy } from './testing/broken-by.js';
import { contractOf } from './testing/contract-of.js';

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
    type PlanEvent @structure { cursor: String! kind: String! plan: Plan! }
    type Query { plans(first: Int, filter: PlanFilter, titles: [String!] ${reads}): PlanConnection @shared(terms: "regulators") }
    type Subscription { planIssued(after: String, titles: [String!] ${reads}): PlanEvent @shared(terms: "regulators") }
  `;
  expect(broken(list(right, right) + roots(''), lab)).toEqual(['Query.plans(titles:)', 'Subscription.planIssued(titles:)']);
  expect(broken(list(right, right) + roots('@reads(coordinate: "PlanProduct.name")'), lab)).toHaveLength(2);
  expect(broken(list(right, right) + roots(right), lab)).toEqual([]);
});

it('refuses a filter or an order of another name, which nobody would look into, and a filter within a filter', () => {
  const roots = (args: string, more = '') => `
    type PlanConnection @structure { nodes: [Plan!]! }
    enum OrderDirection { ASC DESC }
    extend type Query { plans(first: Int, ${args}): PlanConnection @shared(terms: "regulators") } ${more}`;
  const sdl = list(right, right);
  expect(broken(sdl + roots('filter: PlanCriteria', 'input PlanCriteria { title: String }'), lab)).toEqual(['Query.plans(filter:)']);
  expect(broken(sdl + roots('orderBy: PlanSort', 'enum PlanSort { TITLE }'), lab)).toEqual(['Query.plans(orderBy:)']);
  expect(broken(sdl + roots('orderBy: PlanOrder', 'input PlanOrder { field: PlanSort direction: OrderDirection } enum PlanSort { TITLE }'), lab)).toEqual(['Query.plans(orderBy:)']);
  expect(broken(sdl + roots('orderBy: PlanOrder', 'input PlanOrder { field: PlanOrderField then: PlanSort } enum PlanSort { TITLE }'), lab)).toEqual(['Query.plans(orderBy:)']);
  expect(broken(sdl + roots('filter: PlanFilter, orderBy: PlanOrder', 'input PlanOrder { field: PlanOrderField direction: OrderDirection }'), lab)).toEqual([]);
  expect(broken(list(`${right} any: [PlanFilter!] ${right}`, right), lab)).toEqual(['PlanFilter.any']);
});

it('refuses an argument that chooses rows without a connection, or on a field of an entity', () => {
  const sdl = list(right, right);
  const root = (args: string) => `${sdl} extend type Query { plan(${args}): Plan @shared(terms: "regulators") plans(${args}): [Plan!] @shared(terms: "regulators") }`;
  expect(broken(root('title: String'), lab)).toEqual(['Query.plan(title:)', 'Query.plans(title:)']);
  expect(broken(root(`title: String ${right}`), lab)).toEqual([]);
  expect(broken(`${sdl} extend type Query { plan(id: ID!): Plan @shared(terms: "regulators") }`, lab)).toEqual([]);
  // By its key one row is found; of many rows it chooses.
  expect(broken(`${sdl} extend type Query { plans(id: ID!): [Plan!] @shared(terms: "regulators") }`, lab)).toEqual(['Query.plans(id:)']);
  const connection = 'type PlanConnection @structure { nodes: [Plan!]! }';
  expect(broken(`${sdl} ${connection} extend type Query { plans(first: Int, id: ID): PlanConnection @shared(terms: "regulators") }`, lab)).toEqual(['Query.plans(id:)']);
  const nested = (reads: string) => `${sdl.replace('lab: Lab }', `lab: Lab versions(titles: [String!] ${reads}): [Plan!] }`)}`;
  expect(broken(nested(''), lab)).toEqual(['Plan.versions(titles:)']);
  expect(broken(nested(right), lab)).toEqual([]);
});

it('takes an argument of an act for no choice of rows, and the filter of a type for its own whatever that is called', () => {
  expect(broken(`${list(right, right)} extend type Mutation { issuePlan(title: String): Plan @act(audience: [{ kinds: [REGULATOR] }]) }`, lab)).toEqual([]);
  const named = 'type FilterRule @key(fields: "id") @defaultTerms(name: "regulators") { id: ID! } input FilterRuleFilter { id: ID @reads(coordinate: "FilterRule.id") }';
  expect(broken(named)).toEqual([]);
});

it.each([
  ['', /^It does not say what it reads; add @reads\(coordinate: "Plan\.…"\)\.$/],
  ['@reads(coordinate: "PlanProduct.name")', /^PlanProduct\.name is structure without terms; name the field that leads to it\.$/],
  ['@reads(coordinate: "Lab.id")', /^here has no terms for Lab\.id; name a field of Plan that it owns\.$/],
])('says what is to be mended of a filter (%s)', (reads, told) => {
  expect(filterNamesWhatItReads.check(contractOf(list(reads, right), lab))[0]?.message.en).toMatch(told);
});
