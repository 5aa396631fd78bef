import { expect, it } from 'vitest';
import { actStartsFromStates } from './act-starts-from-states.js';
import { brokenBy } from './testing/broken-by.js';
import { contractOf } from './testing/contract-of.js';

const broken = brokenBy(actStartsFromStates);

const act = (clause: string, rest: string) => `
  type Plan @key(fields: "id") @defaultTerms(name: "all") { id: ID! state: PlanState! }
  type Region @key(fields: "id") @defaultTerms(name: "all") { id: ID! }
  enum PlanState { DRAFT ISSUED }
  extend type Mutation { issuePlan: ID @act(audience: [{ kinds: [REGULATOR] ${clause} }] ${rest}) }
`;

it.each([
  ['', 'on: "Plan", from: ["WITHDRAWN"]'],
  ['', 'on: "Plan", from: ["DRAFT", "WITHDRAWN"]'],
  ['', 'on: "Region", from: ["DRAFT"]'],
  ['', 'on: "Sample"'],
  ['', 'from: ["DRAFT"]'],
  ['rows: OWN', ''],
  ['mask: HASH', ''],
  ['} { kinds: [LAB] rows: OWN', ''],
  ['} { kinds: [LAB] mask: HASH', ''],
  ['} { kinds: [LAB] visibleFrom: "DRAFT"', 'on: "Plan", from: ["DRAFT"]'],
  ['visibleFrom: "DRAFT"', 'on: "Plan", from: ["DRAFT"]'],
])('refuses an act with (%s) and (%s)', (clause, rest) => {
  expect(broken(act(clause, rest))).toEqual(['Mutation.issuePlan']);
});

it('admits an act that creates, and one that starts from states of its type', () => {
  expect(broken(act('', ''))).toEqual([]);
  expect(broken(act('rows: OWN', 'on: "Plan", from: ["DRAFT"]'))).toEqual([]);
  expect(broken(act('rows: OWN', 'on: "Plan", from: ["DRAFT", "ISSUED"]'))).toEqual([]);
});

it('admits an act on a type without states, and one that starts from any of them', () => {
  expect(broken(act('rows: OWN', 'on: "Region"'))).toEqual([]);
  expect(broken(act('rows: OWN', 'on: "Plan"'))).toEqual([]);
});

it('refuses a mutation that has terms of a field', () => {
  expect(broken('extend type Mutation { issuePlan: ID @shared(terms: "all") }')).toEqual(['Mutation.issuePlan']);
});

it('names the states that are not there, and those that are', () => {
  expect(actStartsFromStates.check(contractOf(act('', 'on: "Plan", from: ["DRAFT", "WITHDRAWN", "LOST"]')))[0]?.message).toEqual({
    'en': 'It starts from WITHDRAWN, LOST; Plan has the states DRAFT, ISSUED.',
    'zh-CN': '起始状态 WITHDRAWN、LOST 不存在，Plan 的状态为 DRAFT、ISSUED',
  });
});
