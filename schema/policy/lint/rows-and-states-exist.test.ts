import { expect, it } from 'vitest';
import { rowsAndStatesExist } from './rows-and-states-exist.js';
import { brokenBy } from './testing/broken-by.js';
import { contractOf } from './testing/contract-of.js';

const broken = brokenBy(rowsAndStatesExist);

const terms = 'extend schema @terms(name: "issued", class: UNCONDITIONAL, audience: [{ kinds: [LAB], visibleFrom: "ISSUED" }])';
const plan = (state: string) => `${terms} type Plan @key(fields: "id") @defaultTerms(name: "issued") { id: ID ${state} }`;

it('refuses a state that the type does not have', () => {
  expect(broken(plan(''))).toEqual(['Plan.id']);
  expect(broken(plan('state: String'))).toEqual(['Plan.id', 'Plan.state']);
  expect(broken(`${plan('state: PlanState')} enum PlanState { DRAFT }`)).toEqual(['Plan.id', 'Plan.state']);
});

it('refuses it in whichever clause it stands, once', () => {
  const second = 'extend schema @terms(name: "second", class: UNCONDITIONAL, audience: [{ kinds: [REGULATOR] }, { kinds: [LAB], visibleFrom: "ISSUED" }, { kinds: [PLATFORM], visibleFrom: "DRAFT" }])';
  expect(broken(`${second} type Plan @key(fields: "id") { id: ID @shared(terms: "second") state: PlanState @shared(terms: "all") } enum PlanState { DRAFT }`)).toEqual(['Plan.id']);
});

it('asks for no states where none are named', () => {
  expect(broken('type Plan @key(fields: "id") @defaultTerms(name: "own") { id: ID }')).toEqual([]);
});

it('admits a state of the type', () => {
  expect(broken(`${plan('state: PlanState')} enum PlanState { DRAFT ISSUED }`)).toEqual([]);
});

it('refuses rows and states on a stub and on a root field, where this owner has no row', () => {
  const lab = 'type Lab @key(fields: "id") @defaultTerms(name: "all") { id: ID! }';
  const stub = (name: string) => `${terms} type Lab @key(fields: "id") @stub(owner: "there") { id: ID! plan: ID @shared(terms: "${name}") }`;
  expect(broken(stub('own'), lab)).toEqual(['Lab.plan']);
  expect(broken(stub('issued'), lab)).toEqual(['Lab.plan']);
  expect(broken(stub('regulators'), lab)).toEqual([]);
  expect(broken('extend type Query { plans: ID @shared(terms: "own") }')).toEqual(['Query.plans']);
  // A state that is contributed to the type is none of its row.
  const withState = `${stub('issued').replace('plan: ID', 'state: PlanState @shared(terms: "all") plan: ID')} enum PlanState { ISSUED }`;
  expect(broken(withState, lab)).toEqual(['Lab.plan']);
});

it('names the states that there are', () => {
  const of = (sdl: string) => rowsAndStatesExist.check(contractOf(sdl)).map(({ message }) => message)[0];
  expect(of(`${plan('state: PlanState')} enum PlanState { DRAFT ENDED }`)).toEqual({
    'en': 'The terms "issued" open it from ISSUED, which is no state of Plan; it has DRAFT, ENDED.',
    'zh-CN': '条款“issued”自 ISSUED 起开放，而该值不是 Plan 的状态，其状态为 DRAFT、ENDED',
  });
  expect(of(plan(''))).toEqual({
    'en': 'The terms "issued" open it from ISSUED, which is a state, and Plan has no field state with an enum.',
    'zh-CN': '条款“issued”自 ISSUED 起开放，而该值是状态，而 Plan 没有枚举类型的 state 字段',
  });
});
