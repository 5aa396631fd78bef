import { expect, it } from 'vitest';
import { abstractTypesCarryNoTerms } from './abstract-types-carry-no-terms.js';
import { brokenBy } from './testing/broken-by.js';

const broken = brokenBy(abstractTypesCarryNoTerms);

it('refuses terms on the fields of an interface, and on an interface or a union', () => {
  expect(broken('interface Document { id: ID! @shared(terms: "all") title: String }')).toEqual(['Document.id']);
  expect(broken('interface Document @defaultTerms(name: "all") { id: ID! }')).toEqual(['Document']);
  expect(broken('union Subject @structure = Plan type Plan @structure { id: ID! }')).toEqual([]);
  expect(broken('union Subject @defaultTerms(name: "all") = Plan type Plan @structure { id: ID! }')).toEqual(['Subject']);
});

it('admits an interface whose object types carry the terms', () => {
  const sdl = 'interface Document { id: ID! } type Plan implements Document @key(fields: "id") @defaultTerms(name: "all") { id: ID! }';
  expect(broken(sdl)).toEqual([]);
});
