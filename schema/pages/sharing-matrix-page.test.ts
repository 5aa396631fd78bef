import { expect, it } from 'vitest';
import { contractOf } from '../policy/lint/testing/contract-of.js';
import { sharingMatrixPage } from './sharing-matrix-page.js';

const sdl = `
  extend schema
    @terms(name: "plan", class: UNCONDITIONAL, audience: [
      { kinds: [REGULATOR], rows: OWN }
      { kinds: [REGULATOR], levels: [CITY, COUNTY], rows: REGION, place: SELLER, visibleFrom: "ISSUED" }
    ], grade: GENERAL)
    @terms(name: "buyer", class: NOT_SHARED, ground: "blind", audience: [{ kinds: [REGULATOR, LAB], roles: [OFFICER], mask: PARTIAL }], grade: IMPORTANT)
  "Plan (监测计划)"
  type Plan @key(fields: "id") @defaultTerms(name: "plan") { id: ID! title: String budget: Int @shared(grade: IMPORTANT) buyer: String @shared(terms: "buyer") }
  type PlanEdge @structure { cursor: String! }
  type Lab @key(fields: "id") @stub(owner: "there") { id: ID! plans: [Plan] @shared(terms: "regulators") }
  extend type Mutation { issuePlan: ID @act(audience: [{ kinds: [REGULATOR], roles: [OFFICER], rows: OWN }], on: "Plan", from: ["DRAFT"]) }
`;
const page = sharingMatrixPage([contractOf(sdl, 'type Lab @key(fields: "id") @defaultTerms(name: "all") { id: ID! }')]);

it('tells who may read the fields of a type, on which rows, from which state and how masked', () => {
  expect(page).toContain(`### Plan

Plan (监测计划)

| fields | terms | grade | REGULATOR 监管部门 | LAB 检验机构 |
| --- | --- | --- | --- | --- |
| \`id\` \`title\` | plan | GENERAL | own; CITY/COUNTY: seller’s region from ISSUED | – |
| \`budget\` | plan | IMPORTANT | own; CITY/COUNTY: seller’s region from ISSUED | – |
| \`buyer\` | buyer (NOT_SHARED: blind) | IMPORTANT | OFFICER: all **PARTIAL** | OFFICER: all **PARTIAL** |
`);
});

it('tells what an owner contributes to another’s type, and leaves out echoed keys and structures', () => {
  expect(page).toContain('### Lab, contributed to there');
  expect(page).toContain('| `plans` | regulators | GENERAL | all | – |');
  expect(page).not.toContain('PlanEdge');
});

it('tells who may do an act, on which rows and from which states', () => {
  expect(page).toContain('| `issuePlan` | here | REGULATOR OFFICER | own | Plan | DRAFT |');
});
