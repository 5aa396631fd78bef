import { expect, it } from 'vitest';
import { namedByConvention } from './named-by-convention.js';
import { brokenBy } from './testing/broken-by.js';

const broken = brokenBy(namedByConvention);

it('refuses types, fields, arguments and values that are written otherwise, each at its place', () => {
  expect(broken('type plan @structure { id: ID }')).toEqual(['plan']);
  expect(broken('type Plan @structure { Issued_at: String issued(At: ID): String }')).toEqual(['Plan.Issued_at', 'Plan.issued']);
  expect(broken('enum State { DRAFT inProgress IN__PROGRESS } input PlanFilter { by_state: State }')).toEqual(['State.inProgress', 'State.IN__PROGRESS', 'PlanFilter.by_state']);
});

it('refuses names of an owner’s own that only look like those of a specification', () => {
  expect(broken('type _Plan @structure { _x: String a__b(_at: ID): String } enum plan__State { _DRAFT }')).toEqual(['_Plan', '_Plan._x', '_Plan.a__b', '_Plan.a__b', 'plan__State', 'plan__State._DRAFT']);
  expect(broken('type Plan @structure { _service: String _entities: String }')).toEqual(['Plan._service', 'Plan._entities']);
});

it('admits what is written as all is, and the names of Federation and of linked specifications', () => {
  const federation = 'scalar _Any union _Entity = _Service type _Service @structure { sdl: String } extend type Query { _service: _Service @shared(terms: "all") _entities(representations: [_Any!]!): [_Entity] @shared(terms: "all") }';
  expect(broken(`${federation} enum link__Purpose { execution_ } input federation__Other { By_it: ID }`)).toEqual([]);
  expect(broken('type Plan2 @structure { issuedAt(in3Days: ID): String } enum State { IN_PROGRESS GB_4706 }')).toEqual([]);
});
