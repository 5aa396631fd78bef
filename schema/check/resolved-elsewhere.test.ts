import { print } from 'graphql';
import { expect, it } from 'vitest';
import { contractOf } from '../policy/lint/testing/contract-of.js';
import { composeSubgraphs } from './compose-subgraphs.js';
import { readPublished } from './read-published.js';

const lab = '"机构" type Lab @key(fields: "id") @defaultTerms(name: "all") { id: ID! scope: String name: String } extend type Query { lab: Lab @shared(terms: "all") }';
const here = (fields: string, lead = 'lab: Lab') => `type Plan @key(fields: "id") @defaultTerms(name: "all") { id: ID! ${lead} }
  type Lab @key(fields: "id") @stub(owner: "there") { id: ID! ${fields} } extend type Query { plan: Plan @shared(terms: "all") }`;

/** What is found in the composition of `here` with `there`, whose texts are changed before they are composed. */
function found(fields: string, lead?: string, changeThere: (text: string) => string = (text) => text, override = '"@override"') {
  const there = changeThere(print(contractOf(lab).published).replaceAll('owner: "here"', 'owner: "there"'));
  const text = print(contractOf(here(fields, lead), lab).published).replace('"@provides"', `"@provides", ${override}`);
  return composeSubgraphs([readPublished('here', text), readPublished('there', there)]).findings.map(({ kind, code, owners, coordinate }) => `${kind} ${code} ${owners.join()} ${coordinate}`);
}

it('a stub that echoes the key of its owner is as it should be', () => {
  expect(found('')).toEqual([]);
});

it('a field is not taken over from its owner, by whatever name the directive is imported', () => {
  expect(found('scope: String @override(from: "there")')).toContain('TERMS_LOST RESOLVED_ELSEWHERE here Lab.scope');
  expect(found('scope: String @takes(from: "there")', undefined, undefined, '{ name: "@override", as: "@takes" }')).toContain('TERMS_LOST RESOLVED_ELSEWHERE here Lab.scope');
});

it('a field is not handed out with a row, nor given by two', () => {
  expect(found('scope: String @external', 'lab: Lab @provides(fields: "scope")', (text) => text.replace(/scope: String/, '$& @shareable'))).toContain('TERMS_LOST RESOLVED_ELSEWHERE here Plan.lab');
  expect(found('scope: String @shareable', undefined, (text) => text.replace(/scope: String/, '$& @shareable'))).toContain('TERMS_LOST RESOLVED_ELSEWHERE here Lab.scope');
});
