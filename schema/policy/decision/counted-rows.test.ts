import { expect, it } from 'vitest';
import type { Clause, FieldTerms } from '../terms/vocabulary.js';
import type { Caller } from './caller.js';
import { countedRows } from './counted-rows.js';

const lab: Caller = { userId: 'u', partyId: 'lab-1', kind: 'LAB', regionCode: '330106', role: 'SIGNATORY' };
const counted = (audience: readonly Clause[], sharingClass: FieldTerms['class'] = 'UNCONDITIONAL', caller = lab) =>
  countedRows({ owner: 'o', terms: 't', class: sharingClass, audience }, caller);

it('tells the number of all rows to who may read them all', () => {
  expect(counted([{ kinds: ['LAB'], rows: 'OWN' }, { kinds: ['LAB'], rows: 'ALL' }])).toBe('ALL');
});

it('tells a holder the number of its own rows, whatever else it may read', () => {
  expect(counted([{ kinds: ['LAB'], rows: 'OWN' }, { kinds: ['LAB'], rows: 'CONCERNED' }])).toBe('OWN');
});

it.each<[what: string, clause: Clause]>([
  ['from a state on', { kinds: ['LAB'], rows: 'ALL', visibleFrom: 'FED_BACK' }],
  ['of its own from a state on', { kinds: ['LAB'], rows: 'OWN', visibleFrom: 'SHOWN' }],
  ['where it is concerned', { kinds: ['LAB'], rows: 'CONCERNED' }],
  ['of a region', { kinds: ['LAB'], rows: 'REGION', place: 'SELLER' }],
  ['that are another kind’s', { kinds: ['PLATFORM'], rows: 'ALL' }],
  ['in another role', { kinds: ['LAB'], roles: ['TECHNICIAN'], rows: 'ALL' }],
  ['for a purpose that it does not state', { kinds: ['LAB'], purposes: ['SUPERVISION'], rows: 'ALL' }],
])('tells no number to who reads rows %s', (_what, clause) => {
  expect(counted([clause])).toBe('NONE');
});

it('tells no number of what is shared upon application only, but to its holder', () => {
  expect(counted([{ kinds: ['LAB'], rows: 'ALL' }], 'CONDITIONAL')).toBe('NONE');
  expect(counted([{ kinds: ['LAB'], rows: 'ALL' }, { kinds: ['LAB'], rows: 'OWN' }], 'CONDITIONAL')).toBe('OWN');
});
