import { createSourceEventStream, execute, parse, type GraphQLSchema } from 'graphql';
import { expect, it } from 'vitest';
import type { Caller } from '../decision/caller.js';
import { schemaUnderTerms } from '../testing/schema-under-terms.js';
import { enforceTerms } from './enforce-terms.js';
import { OperationAuthority } from './operation-authority.js';

const terms = '@sharing(owner: "here", terms: "labs", class: UNCONDITIONAL, audience: [{ kinds: [LAB] }])';
const sdl = (directive: string) => `
  type Query { plans: Int ${terms} }
  type Subscription { planIssued: PlanEvent ${directive} }
  type PlanEvent { title: String @structural }`;
const lab: Caller = { userId: 'u', partyId: 'lab-1', kind: 'LAB', regionCode: '330108', role: 'SIGNATORY' };
const officer: Caller = { userId: 'u', partyId: 'city', kind: 'REGULATOR', level: 'CITY', regionCode: '330100', role: 'OFFICER' };

let started = 0;
function schemaOf(directive: string, parts: { subscribe?: boolean; resolve?: boolean } = { subscribe: true, resolve: true }): GraphQLSchema {
  const schema = schemaUnderTerms(sdl(directive), {});
  const field = schema.getSubscriptionType()?.getFields()['planIssued'];
  if (!field) throw new Error('The schema has no subscription.');
  if (parts.resolve) field.resolve = (event) => event;
  if (parts.subscribe) {
    field.subscribe = async function* () {
      started += 1;
      yield { title: 'a plan' };
    };
  }
  return schema;
}
const enforce = (schema: GraphQLSchema) => enforceTerms(schema, { owner: 'here', maskKey: 'key' });
const document = parse('subscription { planIssued { title } }');

it('starts a subscription for whom its terms name, and nothing for others', async () => {
  const schema = schemaOf(terms);
  const table = enforce(schema);
  const open = (caller: Caller) =>
    createSourceEventStream({ schema, document, contextValue: { authority: new OperationAuthority(caller, table, (code) => code) } });
  started = 0;
  const refused = await open(officer);
  expect('errors' in refused ? refused.errors?.map(({ extensions }) => extensions['code']) : refused).toEqual(['SHARING_NOT_IN_AUDIENCE']);
  expect(started).toBe(0);
  const stream = await open(lab);
  if (!(Symbol.asyncIterator in stream)) throw new Error('It did not start.');
  expect(await stream[Symbol.asyncIterator]().next()).toEqual({ done: false, value: { title: 'a plan' } });
});

it('decides each event anew, by the context that is made for it', async () => {
  const schema = schemaOf(terms);
  const table = enforce(schema);
  const deliver = (caller: Caller) =>
    execute({ schema, document, rootValue: { title: 'a plan' }, contextValue: { authority: new OperationAuthority(caller, table, (code) => code) } });
  expect(await deliver(lab)).toEqual({ data: { planIssued: { title: 'a plan' } } });
  expect((await deliver(officer)).errors?.map(({ extensions }) => extensions['code'])).toEqual(['SHARING_NOT_IN_AUDIENCE']);
});

it('refuses a schema in which a subscription has no terms, is open as structure, or would not be decided event by event', () => {
  expect(() => enforce(schemaOf(''))).toThrow('Subscription.planIssued has no terms');
  expect(() => enforce(schemaOf('@structural'))).toThrow('Subscription.planIssued has no terms');
  expect(() => enforce(schemaOf(terms.replace('"here"', '"there"')))).toThrow('Subscription.planIssued has no terms');
  expect(() => enforce(schemaOf(terms, { subscribe: true }))).toThrow('both subscribe and resolve');
  expect(() => enforce(schemaOf(terms, { resolve: true }))).toThrow('both subscribe and resolve');
});
