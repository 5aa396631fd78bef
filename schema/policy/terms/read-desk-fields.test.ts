import { expect, it } from 'vitest';
import { readDeskFields } from './read-desk-fields.js';

const shared = (owner: string, sharingClass = 'UNCONDITIONAL') => `@sharing(owner: "${owner}", terms: "t", class: ${sharingClass}, audience: [])`;
const directive = `
  enum sharing__Class { UNCONDITIONAL CONDITIONAL }
  directive @sharing(owner: String!, terms: String!, class: sharing__Class!, audience: [String!]!) on FIELD_DEFINITION
  type Query { labs: [Lab] ${shared('labs')} }`;
const labs = `${directive} type Lab @key(fields: "id") { id: ID! ${shared('labs')} version: Int cma: String! ${shared('labs')} scope: String ${shared('labs')} signatories: String ${shared('labs', 'CONDITIONAL')} }`;
const plans = `${directive} type Lab @key(fields: "id") { id: ID! ${shared('labs')} scope: String @external ${shared('labs')} plans: String @requires(fields: "scope") ${shared('plans')} }`;

it('knows the fields of entities at their owners, and which of them cannot be closed', () => {
  const fields = readDeskFields([{ owner: 'labs', sdl: labs }, { owner: 'plans', sdl: plans }]);
  const seen = [...fields].map(([coordinate, { terms, unclosable, contributed }]) => [coordinate, terms.owner, terms.class, unclosable, contributed]);
  expect(seen).toEqual([
    ['Lab.id', 'labs', 'UNCONDITIONAL', 'KEY', undefined],
    ['Lab.cma', 'labs', 'UNCONDITIONAL', 'NON_NULL', undefined],
    ['Lab.scope', 'labs', 'UNCONDITIONAL', 'REQUIRED', undefined],
    ['Lab.signatories', 'labs', 'CONDITIONAL', undefined, undefined],
    ['Lab.plans', 'plans', 'UNCONDITIONAL', undefined, true],
  ]);
});

it('knows what another field requires however deep it lies', () => {
  const bench = `type Bench @key(fields: "id") { id: ID! ${shared('labs')} place: String ${shared('labs')} }`;
  const withBench = labs.replace('scope:', `bench: Bench ${shared('labs')} scope:`) + bench;
  const deep = plans.replace('scope: String', `bench: Bench @external ${shared('labs')} scope: String`).replace('"scope"', '"bench { place }"') + bench.replace('place: String', 'place: String @external');
  const fields = readDeskFields([{ owner: 'labs', sdl: withBench }, { owner: 'plans', sdl: deep }]);
  const required = [...fields].filter(([, { unclosable }]) => unclosable === 'REQUIRED').map(([coordinate]) => coordinate);
  expect(required.sort()).toEqual(['Bench.place', 'Lab.bench']);
  // What is no entity is closed with what leads to it.
  const structured = (sdl: string) => sdl.replace('type Bench @key(fields: "id")', 'type Bench');
  expect([...readDeskFields([{ owner: 'labs', sdl: structured(withBench) }, { owner: 'plans', sdl: structured(deep) }]).keys()]).not.toContain('Bench.place');
});

it('takes what a field hands out for another owner for nothing that is required', () => {
  const providing = plans.replace('@requires(fields: "scope")', '@provides(fields: "scope")');
  expect(readDeskFields([{ owner: 'labs', sdl: labs }, { owner: 'plans', sdl: providing }]).get('Lab.scope')?.unclosable).toBeUndefined();
});
