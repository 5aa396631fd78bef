import { expect, it } from 'vitest';
import { deprecatedWithDay } from './deprecated-with-day.js';
import { brokenBy } from './testing/broken-by.js';

const broken = brokenBy(deprecatedWithDay);

it('refuses a deprecation that does not say from which day on it may be gone', () => {
  expect(broken('type Plan @structure { title: String @deprecated name: String @deprecated(reason: "Use title.") day: String @deprecated(reason: "From 2027-13-01.") }')).toEqual(['Plan.title', 'Plan.name', 'Plan.day']);
  expect(broken('enum State { OPEN @deprecated(reason: "Use DRAFT.") } input PlanFilter { state: State @deprecated(reason: "Nobody asks it.") }')).toEqual(['State.OPEN', 'PlanFilter.state']);
});

it('admits one that does, and what is not deprecated', () => {
  expect(broken('type Plan @structure { id: ID title: String @deprecated(reason: "请改用 name，2027-03-01 起可能删除") }')).toEqual([]);
});
