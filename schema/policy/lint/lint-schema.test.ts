import { expect, it } from 'vitest';
import { lintSchema } from './lint-schema.js';
import { contractOf } from './testing/contract-of.js';

const lab = 'type Lab @key(fields: "id") @defaultTerms(name: "own") { id: ID scope: String }';
const terms = (rest: string) => `extend schema @terms(name: "bad", ${rest}) type MonitoringPlan @key(fields: "id") @defaultTerms(name: "bad") { id: ID }`;
const audience = 'audience: [{ kinds: [LAB], basis: { kind: STATUTE, reference: "5.4.3" } }]';

/** What the contract must never have, each in the least SDL that has it, and the rule that refuses it. */
const refused: readonly (readonly [what: string, rule: string, sdl: string, elsewhere?: string])[] = [
  ['a field open to everybody as structure', 'every-field-has-terms', 'type MonitoringPlan @key(fields: "id") @structure { id: ID }'],
  ['a field without grade', 'every-field-has-grade', terms(`class: UNCONDITIONAL, ${audience}`)],
  ['NOT_SHARED without ground', 'not-shared-has-ground', terms(`class: NOT_SHARED, ${audience}`)],
  ['an audience without basis', 'audience-has-basis', terms('class: UNCONDITIONAL, audience: [{ kinds: [LAB] }]')],
  ['a restricted field that is non-null', 'non-null-where-readable', 'type MonitoringPlan @key(fields: "id") @defaultTerms(name: "all") { id: ID! title: String! @shared(terms: "own") }'],
  ['a price in the ground of terms', 'sharing-is-free', terms(`class: NOT_SHARED, ground: "against a price", ${audience}`)],
  ['a fee in a request', 'sharing-is-free', 'input RequestSharingInput { fee: String }'],
  ['a quota in a grant', 'sharing-is-free', 'type SharingGrant @key(fields: "id") @defaultTerms(name: "all") { id: ID! readQuota: Int }'],
  ['an unknown data element', 'data-element-is-known', 'type MonitoringPlan @key(fields: "id") @defaultTerms(name: "all") { id: ID! title: String @shared(element: "wrgl") }'],
  ['a filter that does not name its coordinate', 'filter-names-what-it-reads', 'input MonitoringPlanFilter { title: String }'],
  ['an order that does not name its coordinate', 'filter-names-what-it-reads', 'enum MonitoringPlanOrderField { TITLE }'],
  [
    'a @requires on something narrower than what is built on it',
    'key-as-wide-as-fields',
    'type Lab @key(fields: "id") @stub(owner: "there") { id: ID scope: String @external plans: String @requires(fields: "scope") @shared(terms: "all") }',
    lab.replace('id: ID', 'id: ID @shared(terms: "all")'),
  ],
  ['a resource without a freshness limit', 'resource-has-freshness', 'type MonitoringPlan @key(fields: "id") @defaultTerms(name: "all") { id: ID! }'],
  [
    'a masked checked scalar',
    'mask-on-text-only',
    `extend schema @terms(name: "masked", class: UNCONDITIONAL, audience: [{ kinds: [LAB], mask: HASH, basis: { kind: STATUTE, reference: "5.4.3" } }])
    scalar DateTime
    type MonitoringPlan @key(fields: "id") @defaultTerms(name: "all") { id: ID! deadline: DateTime @shared(terms: "masked") }`,
  ],
];

for (const [what, rule, sdl, elsewhere] of refused) {
  it(`refuses ${what} (${rule})`, () => {
    const findings = lintSchema([contractOf(sdl, elsewhere)]);
    expect(findings.map((finding) => finding.rule.name)).toContain(rule);
    for (const { message } of findings) expect(message['zh-CN'], message.en).toMatch(/\p{Script=Han}/u);
  });
}

it('refuses a field without terms before anything is published', () => {
  expect(() => contractOf('type MonitoringPlan @key(fields: "id") { id: ID! @shared(terms: "all") title: String }')).toThrow(
    'MonitoringPlan.title: no terms; name them with @shared(terms: …) or give the type @defaultTerms',
  );
});

it('finds none of this in a contract that is right', () => {
  const right = `"Plan (监测计划, 3.1 b)" type MonitoringPlan @key(fields: "id") @defaultTerms(name: "all", freshness: "PT5M") { id: ID! title: String! }`;
  expect(lintSchema([contractOf(right)])).toEqual([]);
});
