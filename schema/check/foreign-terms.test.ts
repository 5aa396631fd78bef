import { print } from 'graphql';
import { expect, it } from 'vitest';
import { contractOf } from '../policy/lint/testing/contract-of.js';
import { foreignTerms } from './foreign-terms.js';
import { readPublished } from './read-published.js';

const lab = 'type Lab @key(fields: "id") @defaultTerms(name: "own") { id: ID! scope: String }';
const stub = (fields: string) => `type Plan @key(fields: "id") @defaultTerms(name: "all") { id: ID! lab: Lab } type Lab @key(fields: "id") @stub(owner: "there") { id: ID! ${fields} }`;
const there = (() => {
  const { published } = contractOf(lab);
  return readPublished('there', print(published).replaceAll('owner: "here"', 'owner: "there"'));
})();

/** Where the owner `here` speaks for `there` and may not, its text changed before it is read. */
const refused = (sdl: string, change: (text: string) => string = (text) => text) =>
  foreignTerms([there, readPublished('here', change(print(contractOf(sdl, lab).published)))]).map(({ coordinate }) => coordinate);

it('an echoed key, and what is required of its owner, repeat that owner’s terms', () => {
  expect(refused(stub(''))).toEqual([]);
  expect(refused(stub('scope: String @external'))).toEqual([]);
});

it('a field that is no echo names its own owner', () => {
  expect(refused(stub('scope: String'))).toEqual(['Lab.scope']);
  expect(refused(stub(''), (text) => text.replace(/(lab: Lab @sharing\(owner: )"here"/, '$1"there"'))).toEqual(['Plan.lab']);
});

it('an echoed key has the terms that its owner gives it, and no others', () => {
  expect(refused(stub(''), (text) => text.replace(/(type Lab[^}]*id: ID! @sharing\(owner: "there"[^\n]*?)kinds: \[REGULATOR\]/, '$1kinds: [REGULATOR, PUBLIC]'))).toEqual(['Lab.id']);
});

it('an act names its own owner', () => {
  const act = `${stub('')} extend type Mutation { movePlan: Int @act(audience: [{ kinds: [LAB] }]) }`;
  expect(refused(act)).toEqual([]);
  expect(refused(act, (text) => text.replace(/(movePlan: Int @act\(owner: )"here"/, '$1"there"'))).toEqual(['Mutation.movePlan']);
});
