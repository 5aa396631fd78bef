import { expect, it } from 'vitest';
import { dataElementIsKnown } from './data-element-is-known.js';
import { brokenBy } from './testing/broken-by.js';

const broken = brokenBy(dataElementIsKnown);

const plan = (field: string) => `
  extend schema @terms(name: "plan", class: UNCONDITIONAL, audience: [{ kinds: [LAB] }])
  type MonitoringPlan @key(fields: "id") @defaultTerms(name: "plan") { id: ID! ${field} }
  extend type Query { monitoringPlan(id: ID!): MonitoringPlan @shared(terms: "plan") }
`;

it('refuses a field that has no data element of its name', () => {
  expect(broken(plan('wrgl: String'))).toEqual(['MonitoringPlan.wrgl']);
});

it('refuses a data element that is not on the list', () => {
  expect(broken(plan('title: String @shared(element: "wrgl")'))).toEqual(['MonitoringPlan.title']);
});

it('admits a field of the name of a data element, and one that names another', () => {
  expect(broken(plan('title: String wrgl: String @shared(element: "title")'))).toEqual([]);
});
