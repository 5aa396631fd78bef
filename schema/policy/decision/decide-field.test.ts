import { expect, it } from 'vitest';
import type { Clause, FieldTerms } from '../terms/vocabulary.js';
import type { Caller } from './caller.js';
import { decideForProfile, decideForRow } from './decide-field.js';
import type { Stamps } from './stamps.js';

const officer: Caller = { userId: 'u', partyId: 'city', kind: 'REGULATOR', level: 'CITY', regionCode: '330100', role: 'OFFICER' };
const row: Stamps = {
  holder: 'city',
  concerned: ['lab-1'],
  sellerRegion: '330105',
  producerRegion: null,
  platformRegion: null,
  state: 'ISSUED',
  reached: ['DRAFT', 'ISSUED'],
};
const terms = (audience: readonly Clause[], kind: FieldTerms['class'] = 'UNCONDITIONAL'): FieldTerms => ({
  owner: 'regulator',
  terms: 'plan',
  class: kind,
  audience,
});
const decide = (audience: readonly Clause[], stamps: Stamps | undefined = row, caller = officer) =>
  decideForRow(decideForProfile(terms(audience), caller), caller, stamps);

it('denies whom no clause names: by kind, level, role or purpose', () => {
  const denied = { allowed: false, notYet: false };
  expect(decide([])).toEqual(denied);
  expect(decide([{ kinds: ['LAB'], rows: 'ALL' }])).toEqual(denied);
  expect(decide([{ kinds: ['REGULATOR'], levels: ['PROVINCE'], rows: 'ALL' }])).toEqual(denied);
  expect(decide([{ kinds: ['REGULATOR'], roles: ['ANALYST'], rows: 'ALL' }])).toEqual(denied);
  expect(decide([{ kinds: ['REGULATOR'], purposes: ['STATISTICS'], rows: 'ALL' }])).toEqual(denied);
});

it('opens for the purpose that the caller states', () => {
  const audience: Clause[] = [{ kinds: ['REGULATOR'], purposes: ['STATISTICS'], rows: 'ALL' }];
  expect(decide(audience, row, { ...officer, purpose: 'STATISTICS' }).allowed).toBe(true);
});

it('decides before the row where no row is asked for', () => {
  expect(decideForProfile(terms([{ kinds: ['REGULATOR'], rows: 'ALL' }]), officer)).toEqual({ kind: 'ALLOW', mask: undefined });
  expect(decideForProfile(terms([]), officer)).toEqual({ kind: 'DENY' });
});

it('opens the rows that the caller holds, that concern it, and whose place lies in its region', () => {
  expect(decide([{ kinds: ['REGULATOR'], rows: 'OWN' }]).allowed).toBe(true);
  expect(decide([{ kinds: ['REGULATOR'], rows: 'CONCERNED' }]).allowed).toBe(false);
  expect(decide([{ kinds: ['REGULATOR'], rows: 'REGION', place: 'SELLER' }]).allowed).toBe(true);
  expect(decide([{ kinds: ['REGULATOR'], rows: 'REGION', place: 'PRODUCER' }]).allowed).toBe(false);
});

it('denies a row without stamps, and a region that is not known', () => {
  const decision = decideForProfile(terms([{ kinds: ['REGULATOR'], rows: 'OWN' }]), officer);
  expect(decideForRow(decision, officer, undefined)).toEqual({ allowed: false, notYet: false });
  const nowhere = { ...officer, regionCode: '' };
  expect(decide([{ kinds: ['REGULATOR'], rows: 'REGION', place: 'SELLER' }], row, nowhere).allowed).toBe(false);
});

it('opens what asks for no row also where the row is not known', () => {
  const decision = decideForProfile(terms([{ kinds: ['REGULATOR'], rows: 'OWN' }, { kinds: ['REGULATOR'], rows: 'ALL' }]), officer);
  expect(decideForRow(decision, officer, undefined)).toEqual({ allowed: true, mask: undefined });
});

it('asks whether the row has reached the state, not in which it is, and tells that it has not yet', () => {
  const audience: Clause[] = [{ kinds: ['REGULATOR'], rows: 'OWN', visibleFrom: 'ISSUED' }];
  expect(decide(audience, { ...row, state: 'CLOSED', reached: ['DRAFT', 'ISSUED', 'CLOSED'] }).allowed).toBe(true);
  expect(decide(audience, { ...row, state: 'DRAFT', reached: ['DRAFT'] })).toEqual({ allowed: false, notYet: true });
  expect(decide(audience, { ...row, holder: 'other', reached: ['DRAFT'] })).toEqual({ allowed: false, notYet: false });
  // One clause is enough to say so, whatever the others ask.
  const more: Clause[] = [...audience, { kinds: ['REGULATOR'], rows: 'CONCERNED' }];
  expect(decide(more, { ...row, state: 'DRAFT', reached: ['DRAFT'] })).toEqual({ allowed: false, notYet: true });
});

it('takes the most generous clause that admits the row, whatever their order', () => {
  const audience: Clause[] = [
    { kinds: ['REGULATOR'], rows: 'ALL', mask: 'NULL' },
    { kinds: ['REGULATOR'], rows: 'OWN', mask: 'HASH' },
    { kinds: ['REGULATOR'], rows: 'REGION', place: 'SELLER' },
  ];
  expect(decide(audience)).toEqual({ allowed: true, mask: undefined });
  expect(decide(audience, { ...row, sellerRegion: null })).toEqual({ allowed: true, mask: 'HASH' });
  expect(decide(audience, { ...row, sellerRegion: null, holder: 'other' })).toEqual({ allowed: true, mask: 'NULL' });
});

it('leaves 有条件共享 to the holder, without a grant', () => {
  const audience: Clause[] = [
    { kinds: ['REGULATOR'], rows: 'ALL' },
    { kinds: ['REGULATOR'], rows: 'OWN' },
  ];
  const decision = decideForProfile(terms(audience, 'CONDITIONAL'), officer);
  expect(decideForRow(decision, officer, row).allowed).toBe(true);
  expect(decideForRow(decision, officer, { ...row, holder: 'other' }).allowed).toBe(false);
});
