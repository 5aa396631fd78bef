import { expect, it } from 'vitest';
import { nonNullWhereReadable } from './non-null-where-readable.js';
import { brokenBy } from './testing/broken-by.js';

const broken = brokenBy(nonNullWhereReadable);

const plan = (field: string, key = 'regulators') => `
  extend schema
    @terms(name: "officers", class: UNCONDITIONAL, audience: [{ kinds: [REGULATOR], roles: [OFFICER] }])
    @terms(name: "issued", class: UNCONDITIONAL, audience: [{ kinds: [REGULATOR], visibleFrom: "ISSUED" }])
    @terms(name: "nulled", class: UNCONDITIONAL, audience: [{ kinds: [REGULATOR], mask: NULL }])
    @terms(name: "partly", class: UNCONDITIONAL, audience: [{ kinds: [REGULATOR], mask: PARTIAL }])
    @terms(name: "onRequest", class: CONDITIONAL, audience: [{ kinds: [REGULATOR] }])
    @terms(name: "byLevel", class: UNCONDITIONAL, audience: [
      { kinds: [LAB, REGULATOR], levels: [CITY], rows: OWN }
      { kinds: [LAB, REGULATOR], levels: [PROVINCE, COUNTY] }
    ])
  type Plan @key(fields: "id") @defaultTerms(name: "${key}") { id: ID! title: ${field} }
`;

it('refuses a non-null field that a reader of the key may not read: by role, by rows, by state, without a grant, or as NULL', () => {
  for (const terms of ['officers', 'own', 'issued', 'onRequest', 'nulled']) {
    expect(broken(plan(`String! @shared(terms: "${terms}")`)), terms).toEqual(['Plan.title']);
    expect(broken(plan(`String @shared(terms: "${terms}")`)), terms).toEqual([]);
  }
});

it('admits a non-null field as wide as the key, or masked to a text', () => {
  for (const terms of ['regulators', 'all', 'partly']) expect(broken(plan(`String! @shared(terms: "${terms}")`)), terms).toEqual([]);
  expect(broken(plan('String! @shared(terms: "regulators")', 'own'))).toEqual([]);
});

it('compares levels one by one', () => {
  expect(broken(plan('String! @shared(terms: "byLevel")'))).toEqual(['Plan.title']);
  expect(broken(plan('String!', 'byLevel'))).toEqual([]);
});

it('takes a root field or an act for reached by everybody', () => {
  expect(broken('extend type Query { plans: [ID!]! @shared(terms: "regulators") }')).toEqual(['Query.plans']);
  expect(broken('extend type Query { plans: [ID!] @shared(terms: "regulators") now: String! @shared(terms: "all") }')).toEqual([]);
  const act = (type: string) => `extend type Mutation { issuePlan: ${type} @act(audience: [{ kinds: [REGULATOR] }]) }`;
  expect(broken(act('ID!'))).toEqual(['Mutation.issuePlan']);
  expect(broken(act('ID'))).toEqual([]);
  const others = 'MONITORING_CENTER, LAB, PLATFORM, MERCHANT, ENTERPRISE, DEPARTMENT, PUBLIC';
  expect(broken(act('ID!').replace('[{ kinds: [REGULATOR] }]', `[{ kinds: [REGULATOR], rows: OWN }, { kinds: [${others}] }]`))).toEqual([]);
});

it('takes a stub for reached by everybody, because it echoes any key', () => {
  const stub = (type: string) => `type Lab @key(fields: "id") @stub(owner: "there") { id: ID! plans: ${type} @shared(terms: "regulators") }`;
  const lab = 'type Lab @key(fields: "id") @defaultTerms(name: "regulators") { id: ID! }';
  expect(broken(stub('[ID!]!'), lab)).toEqual(['Lab.plans']);
  expect(broken(stub('[ID!]'), lab)).toEqual([]);
});
