import { buildASTSchema, parse } from 'graphql';
import { expect, it } from 'vitest';
import { ownKeyTerms } from './own-key-terms.js';

const shared = (owner: string, terms: string) => `@sharing(owner: "${owner}", terms: "${terms}", class: UNCONDITIONAL, audience: [])`;
const schema = buildASTSchema(
  parse(`
    enum sharing__Class { UNCONDITIONAL CONDITIONAL }
    directive @sharing(owner: String!, terms: String!, class: sharing__Class!, audience: [String!]!) on FIELD_DEFINITION
    type Query { plans: [Plan] ${shared('regulator', 'plans')} }
    type Plan @tag(name: "title") @key(fields: "id") { id: ID! ${shared('regulator', 'plan')} title: String ${shared('regulator', 'title')} }
    type Lab @key(fields: "id") { id: ID! ${shared('labs', 'lab')} plans: [Plan] ${shared('regulator', 'plans')} }
    type Part @key(fields: "plan number") { plan: ID! ${shared('regulator', 'plan')} number: Int! ${shared('regulator', 'plan')} }
    input PlanFilter { id: ID }`),
  { assumeValidSDL: true },
);

it('knows the terms of the key of each type of the owner: not of a stub, nor of what has no key of one field', () => {
  expect([...ownKeyTerms('regulator', schema)].map(([type, { terms }]) => [type, terms])).toEqual([['Plan', 'plan']]);
  expect([...ownKeyTerms('labs', schema)].map(([type, { terms }]) => [type, terms])).toEqual([['Lab', 'lab']]);
});
