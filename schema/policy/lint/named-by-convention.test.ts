import { expect, it } from 'vitest';
import { namedByConvention } from './named-by-convention.js';
import { brokenBy } from './testing/broken-by.js';

const broken = brokenBy(namedByConvention);

it('refuses types, fields, arguments and values that are written otherwise, each at its place', () => {
  expect(broken('type plan @structure { id: ID }')).toEqual(['plan']);
  expect(broken('type Plan @structure { Issued_at: String issued(At: ID): String }')).toEqual(['Plan.Issued_at', 'Plan.issued']);
  expect(broken('enum State { DRAFT inProgress IN__PROGRESS } input PlanFilter { by_state: State }')).toEqual(['State.inProgress', 'PlanFilter.by_state']);
});

it('admits what is written as all is, and the names of linked specifications', () => {
  expect(broken('type Plan2 @structure { issuedAt(in3Days: ID): String } enum State { IN_PROGRESS GB_4706 }')).toEqual([]);
});
