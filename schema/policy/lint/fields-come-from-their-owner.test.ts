import { expect, it } from 'vitest';
import { fieldsComeFromTheirOwner } from './fields-come-from-their-owner.js';
import { brokenBy } from './testing/broken-by.js';

const broken = brokenBy(fieldsComeFromTheirOwner);

const lab = 'type Lab @key(fields: "id") @defaultTerms(name: "own") { id: ID! scope: String }';
const plan = (directives: string) => `
  type Plan @key(fields: "id") @defaultTerms(name: "all") { id: ID! lab: Lab ${directives} }
  type Lab @key(fields: "id") @stub(owner: "there") { id: ID! scope: String @external }`;

it('refuses a field that hands out what another owner decides on', () => {
  expect(broken(plan('@provides(fields: "scope")'), lab)).toEqual(['Plan.lab']);
  expect(broken(plan('@override(from: "there")'), lab)).toEqual(['Plan.lab']);
});

it('admits a field that leads to the other owner', () => {
  expect(broken(plan(''), lab)).toEqual([]);
});
