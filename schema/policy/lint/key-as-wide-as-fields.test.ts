import { expect, it } from 'vitest';
import { keyAsWideAsFields } from './key-as-wide-as-fields.js';
import { brokenBy } from './testing/broken-by.js';

const broken = brokenBy(keyAsWideAsFields);

const plan = (key: string, field: string) => `
  extend schema @terms(name: "late", class: UNCONDITIONAL, audience: [{ kinds: [REGULATOR], visibleFrom: "ISSUED" }])
  type Plan @key(fields: "id") { id: ID @shared(terms: "${key}") title: String @shared(terms: "${field}") }
`;

it('refuses a key that is narrower than a field by parties, rows or states', () => {
  expect(broken(plan('regulators', 'all'))).toEqual(['Plan.title']);
  expect(broken(plan('own', 'regulators'))).toEqual(['Plan.title']);
  expect(broken(plan('late', 'regulators'))).toEqual(['Plan.title']);
});

it('admits a key as wide as its fields', () => {
  expect(broken(plan('regulators', 'own'))).toEqual([]);
  expect(broken(plan('regulators', 'late'))).toEqual([]);
  expect(broken(plan('own', 'own'))).toEqual([]);
});

const lab = `type Lab @key(fields: "id") {
  id: ID @shared(terms: "own")
  scope: String @shared(terms: "own")
  notes: String @shared(terms: "all")
}`;
const stub = (field: string) => `type Lab @key(fields: "id") @stub(owner: "there") { id: ID scope: String @external ${field} }`;

it('compares a contributed field by its parties alone, since the rows of a stub are its owner’s', () => {
  expect(broken(stub('plans: String @shared(terms: "regulators")'), lab)).toEqual([]);
  expect(broken(stub('plans: String @shared(terms: "all")'), lab)).toContain('Lab.plans');
});

it('refuses a required field that is narrower than the field that requires it, on the rows of the key', () => {
  const wide = lab.replace('id: ID @shared(terms: "own")', 'id: ID @shared(terms: "regulators")');
  const requiring = stub('plans: String @requires(fields: "scope") @shared(terms: "regulators")');
  expect(broken(requiring, wide)).toEqual(['Lab.plans']);
  expect(broken(requiring, lab)).toEqual([]);
});

const provincial = 'extend schema @terms(name: "provincial", class: UNCONDITIONAL, audience: [{ kinds: [REGULATOR], levels: [PROVINCE], rows: OWN }])';
const officers = 'extend schema @terms(name: "officers", class: UNCONDITIONAL, audience: [{ kinds: [REGULATOR], roles: [OFFICER], rows: OWN }])';
const labOf = (terms: string, key: string, scope: string) => `${terms} type Lab @key(fields: "id") { id: ID @shared(terms: "${key}") scope: String @shared(terms: "${scope}") }`;
const requiringAs = (terms: string, field: string) => `${terms} ${stub(`plans: String @requires(fields: "scope") @shared(terms: "${field}")`)}`;

it.each([
  ['levels', provincial, 'provincial'],
  ['roles', officers, 'officers'],
])('holds a reader of a contributed field to the %s of the key, and to its own where the key has none', (_what, terms, narrow) => {
  // The key is too narrow for the field, which is told once: what is required is as wide as the key.
  expect(broken(requiringAs(terms, 'regulators'), labOf(terms, narrow, narrow))).toEqual(['Lab.plans']);
  expect(broken(requiringAs(terms, narrow), labOf(terms, 'regulators', 'all'))).toEqual([]);
  expect(broken(requiringAs(terms, narrow), labOf(terms, 'own', narrow))).toEqual([]);
  expect(broken(requiringAs(terms, narrow), labOf(terms, 'regulators', narrow))).toEqual(['Lab.plans']);
});

it('refuses what is required deeper, through another type, where that is closed to a reader of the field that requires it', () => {
  const labs = (place: string) => `
    type Lab @key(fields: "id") @defaultTerms(name: "all") { id: ID bench: Bench }
    type Bench @key(fields: "id") @defaultTerms(name: "all") { id: ID place: String @shared(terms: "${place}") }`;
  const requiring = `
    type Lab @key(fields: "id") @stub(owner: "there") { id: ID bench: Bench @external plans: String @requires(fields: "bench { place }") @shared(terms: "all") }
    type Bench @key(fields: "id") @stub(owner: "there") { id: ID place: String @external }`;
  expect(broken(requiring, labs('regulators'))).toEqual(['Lab.plans']);
  expect(broken(requiring, labs('all'))).toEqual([]);
  // On which rows the other type is open these terms do not say, and structure has none.
  expect(broken(requiring.replace('@shared(terms: "all") }', '@shared(terms: "regulators") }'), labs('own'))).toEqual([]);
  const structured = (sdl: string) => sdl.replace(/type Bench .*/, 'type Bench @structure { place: String }');
  expect(broken(structured(requiring), structured(labs('own')))).toEqual([]);
});

it('holds a reader of a contributed field to the rows on which the key is open to the same party, not to those of another', () => {
  const mixed = 'extend schema @terms(name: "mixed", class: UNCONDITIONAL, audience: [{ kinds: [REGULATOR], rows: OWN }, { kinds: [LAB] }])';
  expect(broken(requiringAs('', 'regulators'), labOf(mixed, 'mixed', 'own'))).toEqual([]);
});

it('does not hold a key against itself, which may be open on application alone', () => {
  const onApplication = 'extend schema @terms(name: "onApplication", class: CONDITIONAL, audience: [{ kinds: [LAB], rows: OWN }, { kinds: [REGULATOR] }])';
  expect(broken(`${onApplication} type Plan @key(fields: "id") { id: ID @shared(terms: "onApplication") }`)).toEqual([]);
});
