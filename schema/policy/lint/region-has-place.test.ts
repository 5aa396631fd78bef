import { expect, it } from 'vitest';
import { regionHasPlace } from './region-has-place.js';
import { brokenBy } from './testing/broken-by.js';

const broken = brokenBy(regionHasPlace);

const terms = (clause: string) => `
  extend schema @terms(name: "region", class: UNCONDITIONAL, audience: [{ kinds: [REGULATOR] ${clause} }])
  type Data @key(fields: "id") @defaultTerms(name: "region") { id: ID! }
`;

it('refuses REGION without a place, and a place without REGION', () => {
  expect(broken(terms('rows: REGION'))).toEqual(['Data.id']);
  expect(broken(terms('rows: OWN, place: SELLER'))).toEqual(['Data.id']);
  expect(broken('extend type Mutation { handle: ID @act(audience: [{ kinds: [REGULATOR], rows: REGION }], on: "Data") }')).toEqual([
    'Mutation.handle',
  ]);
});

it('admits REGION with its place', () => {
  expect(broken(terms('rows: REGION, place: PRODUCER'))).toEqual([]);
});
