import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { everyFieldHasTerms } from './every-field-has-terms.js';
import { readOwnerContract } from './owner-contract.js';
import { foundBy } from './testing/broken-by.js';

// In the published form, as a registry receives it: in the owners' own form the build has refused such a field before.
const directives = 'directive @structural on FIELD_DEFINITION directive @act(owner: String!) on FIELD_DEFINITION';
const broken = (sdl: string) => {
  const published = parse(`${directives} ${sdl}`);
  return foundBy(everyFieldHasTerms, readOwnerContract('here', published, published));
};

it('refuses a published field without terms, on a type or at the root', () => {
  expect(broken('type Plan { id: ID! @structural title: String } extend type Query { plan: ID }')).toEqual(['Plan.title', 'Query.plan']);
});

it('admits structures and acts', () => {
  expect(broken('type Plan { id: ID! @structural } extend type Mutation { issuePlan: ID @act(owner: "here") }')).toEqual([]);
});

it('refuses structure to which anybody comes by itself: at the root, or by a key', () => {
  expect(broken('extend type Query { plans: ID @structural }')).toEqual(['Query.plans']);
  expect(broken('extend type Subscription { planned: ID @structural }')).toEqual(['Subscription.planned']);
  expect(broken('type Plan @key(fields: "id") { id: ID! @structural title: String @structural }')).toEqual(['Plan.id', 'Plan.title']);
});
