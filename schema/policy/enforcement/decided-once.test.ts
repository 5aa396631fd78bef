import { expect, it } from 'vitest';
import type { Caller } from '../decision/caller.js';
import type { Stamps } from '../decision/stamps.js';
import type { TermsTable } from '../terms/read-terms.js';
import type { FieldTerms, Clause } from '../terms/vocabulary.js';
import { OperationAuthority } from './operation-authority.js';

const officer: Caller = { userId: 'u', partyId: 'city', kind: 'REGULATOR', level: 'CITY', regionCode: '330100', role: 'OFFICER' };
const stampsOf = (holder: string): Stamps => ({ holder, concerned: [], sellerRegion: null, producerRegion: null, platformRegion: null, state: '', reached: [] });

/** Terms that count how often their audience is looked at. */
function watched(audience: readonly Clause[]) {
  let looks = 0;
  const terms: FieldTerms = {
    ...{ owner: 'here', terms: 'register', class: 'UNCONDITIONAL' },
    get audience() {
      looks += 1;
      return audience;
    },
  };
  return { terms, looks: () => looks };
}

it.each([
  ['open to all its kind', { kinds: ['REGULATOR'], rows: 'ALL' }],
  ['open row by row', { kinds: ['REGULATOR'], rows: 'OWN' }],
  ['not open', { kinds: ['LAB'], rows: 'ALL' }],
] as const)('what does not depend on the row is decided once in an operation, however many rows: a field that is %s', (_which, clause) => {
  const { terms, looks } = watched([clause]);
  const table: TermsTable = { fields: new Map([['Lab.name', terms]]), acts: new Map(), structural: new Set(), withoutTerms: new Set() };
  const askFor = (rows: number) => {
    const before = looks();
    const authority = new OperationAuthority(officer, table, (code) => code);
    const allowed = Array.from({ length: rows }, (_each, index) => authority.permits('Lab.name', authority.admit({}, stampsOf(index % 2 ? 'city' : 'lab-1'), 'Lab')));
    return { looks: looks() - before, allowed: allowed.filter(Boolean).length };
  };
  const one = askFor(1);
  expect(one.looks).toBeGreaterThan(0);
  expect(askFor(1_000)).toEqual({ looks: one.looks, allowed: { ALL: clause.kinds[0] === 'LAB' ? 0 : 1_000, OWN: 500 }[clause.rows] });
});
