import { print } from 'graphql';
import { expect, it } from 'vitest';
import { contractOf } from '../policy/lint/testing/contract-of.js';
import { readPublished } from './read-published.js';
import { allTerms, termChanges } from './term-changes.js';

const type = 'type Plan @key(fields: "id") @defaultTerms(name: "t") { id: ID! title: String }';
const audienceOf = (clause: string) => `{ ${clause}, basis: { kind: STATUTE, reference: "5.4.3" } }`;
const terms = (clauses: readonly string[], sharing = 'UNCONDITIONAL', rest = '') =>
  `extend schema @terms(name: "t", class: ${sharing}, audience: [${clauses.map(audienceOf).join(', ')}]${rest}) ${type}`;

/** What changes for `Plan.title` between two contracts, as kinds with their words. */
function changes(before: string, after: string, coordinate = 'Plan.title'): string[] {
  const [had, has] = [before, after].map((sdl) => allTerms([contractOf(sdl)]));
  return termChanges(had!, has!)
    .filter((found) => found.coordinate === coordinate)
    .map(({ kind, message }) => `${kind} ${message}`);
}

const labs = 'kinds: [LAB]';
const both = 'kinds: [LAB, REGULATOR]';

/** A change, and what it is for those who read. */
const examples: readonly (readonly [what: string, before: string, after: string, kinds: readonly string[], words: RegExp])[] = [
  ['a kind that is left out', terms([both]), terms([labs]), ['NARROWED'], /for REGULATOR only nothing of all rows/],
  ['a role that is named', terms([labs]), terms(['kinds: [LAB], roles: [SIGNATORY]']), ['NARROWED'], /LAB OFFICER.*nothing of all rows/],
  ['a level that is named', terms(['kinds: [REGULATOR]']), terms(['kinds: [REGULATOR], levels: [PROVINCE]']), ['NARROWED'], /REGULATOR CITY\/COUNTY/],
  ['own rows instead of all', terms([labs]), terms(['kinds: [LAB], rows: OWN']), ['NARROWED'], /rows OWN, not ALL/],
  ['a later visibleFrom', terms([labs]), terms(['kinds: [LAB], visibleFrom: "ISSUED"']), ['NARROWED'], /from ISSUED on, not at once/],
  ['a purpose that is asked for', terms([labs]), terms(['kinds: [LAB], purposes: [INSPECTION]']), ['NARROWED'], /LAB/],
  ['a mask', terms([labs]), terms(['kinds: [LAB], mask: HASH']), ['NARROWED'], /masked HASH/],
  ['a stricter mask', terms(['kinds: [LAB], mask: PARTIAL']), terms(['kinds: [LAB], mask: NULL']), ['NARROWED'], /masked NULL/],
  ['on application instead of to all', terms([labs]), terms([labs], 'CONDITIONAL'), ['NARROWED'], /upon a grant of the holder only/],
  ['not shared instead of to all', terms([labs]), terms([labs], 'NOT_SHARED', ', ground: "Law, article 1"'), ['NARROWED', 'REWORDED'], /its class is NOT_SHARED/],
  ['one more kind', terms([labs]), terms([both]), ['WIDENED'], /for REGULATOR more than before, which was nothing of all rows/],
  ['no mask any more', terms(['kinds: [LAB], mask: HASH']), terms([labs]), ['WIDENED'], /before, which was masked HASH/],
  ['one kind for another', terms([labs]), terms(['kinds: [PLATFORM]']), ['NARROWED', 'WIDENED'], /for LAB only nothing/],
  ['all levels spelt out', terms(['kinds: [REGULATOR]']), terms(['kinds: [REGULATOR], levels: [PROVINCE, CITY, COUNTY]']), ['REWORDED'], /opens the same to the same/],
  ['a lower grade', terms([labs], 'UNCONDITIONAL', ', grade: IMPORTANT'), terms([labs], 'UNCONDITIONAL', ', grade: GENERAL'), ['WIDENED'], /its grade is GENERAL, not IMPORTANT/],
  ['no grade any more', terms([labs], 'UNCONDITIONAL', ', grade: GENERAL'), terms([labs]), ['WIDENED'], /its grade is none, not GENERAL/],
  ['a higher grade', terms([labs], 'UNCONDITIONAL', ', grade: IMPORTANT'), terms([labs], 'UNCONDITIONAL', ', grade: CORE'), ['REWORDED'], /its grade is CORE, not IMPORTANT/],
  ['a first grade', terms([labs]), terms([labs], 'UNCONDITIONAL', ', grade: CORE'), ['REWORDED'], /its grade is CORE, not none/],
  ['two clauses for one', terms([both]), terms([labs, 'kinds: [REGULATOR]']), ['REWORDED'], /opens the same to the same/],
];

for (const [what, before, after, kinds, words] of examples) {
  it(`${what} is ${kinds.join(' and ')}`, () => {
    const found = changes(before, after);
    expect(found.map((each) => each.split(' ')[0])).toEqual(kinds);
    expect(found.join('\n')).toMatch(words);
  });
}

it('the holder’s own rows need no grant, before and after', () => {
  const own = 'kinds: [LAB], rows: OWN';
  expect(changes(terms([own]), terms([own], 'CONDITIONAL')).filter((each) => !each.startsWith('REWORDED'))).toEqual([]);
});

it('what is new or gone altogether changes no terms', () => {
  expect(changes(terms([labs]), terms([labs]).replace(' title: String', ''))).toEqual([]);
  expect(changes(terms([labs]).replace(' title: String', ''), terms([labs]))).toEqual([]);
});

it('a field that moves to another owner keeps its terms, or is told', () => {
  const moved = (sdl: string) => {
    const text = print(contractOf(sdl).published).replaceAll('owner: "here"', 'owner: "there"');
    return readPublished('there', text);
  };
  expect(termChanges(allTerms([contractOf(terms([labs]))]), allTerms([moved(terms([both]))])).map(({ kind, coordinate }) => `${kind} ${coordinate}`)).toContain('WIDENED Plan.title');
});

it('what is still there and has no word of its owner any more is narrowed and widened', () => {
  const contract = contractOf(terms([labs]));
  const disowned = readPublished('here', print(contract.published).replace(/(title: String @sharing\(owner: )"here"/, '$1"there"'));
  const found = termChanges(allTerms([contract]), allTerms([disowned]));
  expect(found.map(({ kind, severity, coordinate }) => `${severity} ${kind} ${coordinate}`)).toEqual(['ERROR NARROWED Plan.title', 'ERROR WIDENED Plan.title']);
});

it('structure that gets terms is narrowed, and terms that become structure are widened', () => {
  const structure = terms([labs]).replace('type Plan @key(fields: "id") @defaultTerms(name: "t")', 'type Plan @structure');
  expect(changes(structure, terms([labs])).map((each) => each.split(' ')[0])).toEqual(['NARROWED']);
  expect(changes(terms([labs]), structure).map((each) => each.split(' ')[0])).toEqual(['WIDENED']);
});

it('an act that is for fewer, or possible from fewer states, is narrowed', () => {
  const act = (clause: string, from = '') => `${terms([labs])} extend type Mutation { movePlan: Int @act(audience: [{ ${clause} }], on: "Plan"${from}) }`;
  const found = (before: string, after: string) => changes(before, after, 'Mutation.movePlan').map((each) => each.split(';')[0]);
  expect(found(act(both), act(labs))).toEqual(['NARROWED Mutation.movePlan: for REGULATOR only nothing of all rows']);
  expect(found(act(labs, ', from: ["A", "B"]'), act(labs, ', from: ["B", "C"]'))).toEqual([
    'NARROWED Mutation.movePlan: it would not be possible from A any more',
    'WIDENED Mutation.movePlan: it would be possible from C',
  ]);
});

it('an act that is on another type, so that the states are asked of other rows, is narrowed and widened', () => {
  const act = (on: string, from = '') => `${terms([labs])} extend type Mutation { movePlan: Int @act(audience: [{ ${labs} }], on: "${on}"${from}) }`;
  const kinds = (before: string, after: string) => changes(before, after, 'Mutation.movePlan').map((each) => each.split(' ')[0]);
  const from = ', from: ["A"]';
  expect(kinds(act('Plan', from), act('Lab', from))).toEqual(['NARROWED', 'WIDENED']);
  expect(kinds(act('Plan', from), act('Lab'))).toEqual(['WIDENED', 'NARROWED', 'WIDENED']);
  expect(kinds(act('Plan'), act('Lab'))).toEqual(['REWORDED']);
});
