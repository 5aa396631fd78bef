import { expect, it } from 'vitest';
import { describedWithTerm } from './described-with-term.js';
import { brokenBy } from './testing/broken-by.js';
import { contractOf } from './testing/contract-of.js';

const broken = brokenBy(describedWithTerm);

it('refuses types, enums, root fields and acts that are described in English alone, or not at all', () => {
  const sdl = `
    "A plan" type Plan @key(fields: "id") @defaultTerms(name: "all") { id: ID! state: PlanState! }
    enum PlanState { "草案" DRAFT }
    extend type Query { plan: Plan @shared(terms: "all") }
    extend type Mutation { "Issue a plan." issuePlan: ID @act(audience: [{ kinds: [REGULATOR] }]) }
  `;
  expect(broken(sdl)).toEqual(['Plan', 'PlanState', 'Query.plan', 'Mutation.issuePlan']);
});

it('refuses what the items of an act are made of, down to the innermost, when it is described in English alone, or not at all', () => {
  const sdl = `
    input ItemInput { code: String }
    "A product." input ProductInput { items: [ItemInput!]! }
    "One plan to draft (监测计划, 3.1 b)" input DraftPlanInput { products: [ProductInput!]! }
    extend type Mutation { "制定 (3.1 b)" draftPlan(items: [DraftPlanInput!]!): ID @act(audience: [{ kinds: [REGULATOR] }]) }
  `;
  expect(broken(sdl)).toEqual(['ProductInput', 'ItemInput']);
});

it('refuses what names the term without the clause, also where the terms rest on one, or names what is no clause', () => {
  const sdl = `
    "Plan (监测计划)" type Plan @key(fields: "id") @defaultTerms(name: "all") { id: ID! state: PlanState! }
    "State (计划状态, TLS 1.3)" enum PlanState { DRAFT }
    "One plan to draft (监测计划, 15.4.1)" input DraftPlanInput { title: String! }
    extend type Query { "监测计划, GB 12904, 5.9" plan: Plan @shared(terms: "all") }
    extend type Mutation { "Draft a plan (制定)." draftPlan(items: [DraftPlanInput!]!): ID @act(audience: [{ kinds: [REGULATOR], basis: { kind: STATUTE, reference: "3.1 b" } }]) }
  `;
  expect(broken(sdl)).toEqual(['Plan', 'PlanState', 'Query.plan', 'Mutation.draftPlan', 'DraftPlanInput']);
  const messages = describedWithTerm.check(contractOf('"A plan (3.1 b)" enum A { A } "计划" enum B { B }')).map(({ message }) => message.en);
  expect(messages).toEqual([expect.stringContaining('lacks the 中文 term'), expect.stringContaining('lacks the clause of the standard')]);
});

it('admits descriptions with the term and the clause, and asks none of structures, stubs, filters and columns of an order', () => {
  const sdl = `
    "Plan (监测计划, 3.1 b, c)" type Plan @key(fields: "id") @defaultTerms(name: "all") { id: ID! }
    "State (计划状态, after 5.4.1)" enum PlanState { DRAFT }
    type PlanEdge @structure { cursor: String! }
    type Lab @key(fields: "id") @stub(owner: "there") { id: ID! }
    input PlanFilter { id: ID }
    enum PlanOrderField { TITLE }
    extend type Query { "监测计划 (clause 4)" plan: Plan @shared(terms: "all") }
  `;
  expect(broken(sdl, 'type Lab @key(fields: "id") @defaultTerms(name: "all") { id: ID! }')).toEqual([]);
});
