import { expect, it } from 'vitest';
import { sharingIsFree } from './sharing-is-free.js';
import { brokenBy } from './testing/broken-by.js';

const broken = brokenBy(sharingIsFree);

const terms = (name: string, ground: string) => `
  extend schema @terms(name: "${name}", class: UNCONDITIONAL, audience: [{ kinds: [LAB] }], ground: "${ground}")
  type Plan @key(fields: "id") @defaultTerms(name: "${name}") { id: ID }
`;

it('refuses terms that speak of money', () => {
  expect(broken(terms('readFee', ''))).toEqual(['Plan.id']);
  expect(broken(terms('plan', 'against a price per record'))).toEqual(['Plan.id']);
  expect(broken(terms('plan', 'beyond the quota'))).toEqual(['Plan.id']);
  for (const ground of ['按件收费', '有偿使用', '每日限额', 'after a deposit', 'for a counter-service']) expect(broken(terms('plan', ground)), ground).toEqual(['Plan.id']);
});

it('admits terms whose words only look like it', () => {
  expect(broken(terms('feedback', 'quotation of the standard'))).toEqual([]);
});

it('refuses requests and grants that speak of money', () => {
  const desk = (part: string) => `input RequestSharingInput { ${part} } enum SharingRequestState { OPEN }`;
  expect(broken(desk('agreedFee: String'))).toEqual(['RequestSharingInput.agreedFee']);
  expect(broken(desk('"配额" most: Int'))).toEqual(['RequestSharingInput.most']);
  expect(broken(desk('explanation: String'))).toEqual([]);
  expect(broken('enum SharingRequestState { FEE_DUE }')).toEqual(['SharingRequestState.FEE_DUE']);
  expect(broken('"按件收费" type SharingGrant @structure { until: String }')).toEqual(['SharingGrant']);
});

it('refuses arguments that speak of money, of what a request or grant has and of the acts and lists of them', () => {
  expect(broken('type SharingGrant @structure { uses(price: Int): Int }')).toEqual(['SharingGrant.uses(price:)']);
  const lists = 'extend type Query { sharingGrants(deposit: Int): Int @shared(terms: "desk") samples(price: Int): Int @shared(terms: "desk") }';
  expect(broken(`extend schema @terms(name: "desk", class: UNCONDITIONAL, audience: [{ kinds: [LAB] }]) ${lists}`)).toEqual(['Query.sharingGrants(deposit:)']);
  expect(broken('scalar Decimal type SharingGrant @structure { due: Decimal }')).toEqual(['SharingGrant.due']);
});

it('refuses money that does not call itself so: by its type, by the name of a type, by the basis', () => {
  const money = 'type Money @structure { amount: String }';
  expect(broken(`${money} type SharingGrant @structure { terms: Money }`)).toEqual(['SharingGrant.terms']);
  expect(broken('type SharingFee @structure { amount: String }')).toEqual(['SharingFee']);
  const basis = (reference: string) => `
    extend schema @terms(name: "plan", class: UNCONDITIONAL, audience: [{ kinds: [LAB], basis: { kind: AGREEMENT, reference: "${reference}" } }])
    type Plan @key(fields: "id") @defaultTerms(name: "plan") { id: ID }`;
  expect(broken(basis('agreement on fees of 2026'))).toEqual(['Plan.id']);
  expect(broken(basis('agreement of 2026'))).toEqual([]);
  const act = (reference: string) => `extend type Mutation { sharePlan: ID @act(audience: [{ kinds: [LAB], basis: { kind: AGREEMENT, reference: "${reference}" } }]) }`;
  expect(broken(act('有偿服务协议'))).toEqual(['Mutation.sharePlan']);
  expect(broken(act('agreement of 2026'))).toEqual([]);
  expect(broken('extend type Mutation { sharePlan: ID @act(audience: [{ kinds: [LAB], basis: { kind: AGREEMENT, reference: "agreement" } }, { kinds: [PLATFORM], basis: { kind: AGREEMENT, reference: "fees" } }]) }')).toEqual(['Mutation.sharePlan']);
  expect(broken('extend type Mutation { sharePlan: ID @act(audience: [{ kinds: [LAB] }]) }')).toEqual([]);
});
