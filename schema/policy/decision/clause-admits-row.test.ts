import { expect, it } from 'vitest';
import type { Caller } from './caller.js';
import { clauseAdmitsRow } from './clause-admits-row.js';
import { regionPrefix } from './region-prefix.js';
import { rowScope } from './row-scope.js';
import type { Stamps } from './stamps.js';

const caller: Caller = { userId: 'u', partyId: 'city', kind: 'REGULATOR', level: 'CITY', regionCode: '330100', role: 'OFFICER' };
const row: Stamps = { holder: 'lab-1', concerned: [], sellerRegion: '330105', producerRegion: '440300', platformRegion: null, state: 'DRAFT', reached: ['DRAFT'] };
const kinds = ['REGULATOR'] as const;

it('the place that counts is the seller’s where a clause names none', () => {
  expect(clauseAdmitsRow({ kinds, rows: 'REGION' }, caller, row)).toBe(true);
  expect(clauseAdmitsRow({ kinds, rows: 'REGION' }, caller, { ...row, sellerRegion: '440300', producerRegion: '330105' })).toBe(false);
  expect(rowScope([{ kinds, rows: 'REGION' }], caller)).toEqual({ OR: [{ sellerRegion: { startsWith: '3301' } }] });
});

it('a region has just six digits: any other code of a caller’s place opens nothing', () => {
  for (const regionCode of ['3301000', 'x330100', '33010', '330100 ', '']) {
    expect(regionPrefix({ ...caller, regionCode }), regionCode).toBeUndefined();
    expect(clauseAdmitsRow({ kinds, rows: 'REGION' }, { ...caller, regionCode }, row), regionCode).toBe(false);
  }
});

it('a clause that holders have granted, or some have closed, is theirs alone, or everybody’s but theirs: on the row and in SQL', () => {
  expect(clauseAdmitsRow({ kinds, rows: 'ALL', holders: ['lab-1'] }, caller, row)).toBe(true);
  expect(clauseAdmitsRow({ kinds, rows: 'ALL', holders: ['lab-2'] }, caller, row)).toBe(false);
  expect(clauseAdmitsRow({ kinds, rows: 'ALL', exceptHolders: ['lab-1'] }, caller, row)).toBe(false);
  expect(clauseAdmitsRow({ kinds, rows: 'ALL', exceptHolders: ['lab-2'] }, caller, row)).toBe(true);
  expect(rowScope([{ kinds, rows: 'ALL', holders: ['lab-1'] }, { kinds, rows: 'CONCERNED', exceptHolders: ['lab-2'] }], caller)).toEqual({
    OR: [{ holder: { in: ['lab-1'] } }, { holder: { notIn: ['lab-2'] }, concerned: { has: 'city' } }],
  });
});
