import { expect, it } from 'vitest';
import type { Caller } from './caller.js';
import { nothing, rowScope } from './row-scope.js';

const caller: Caller = { userId: 'u', partyId: 'city', kind: 'REGULATOR', level: 'CITY', regionCode: '330100', role: 'OFFICER' };
const kinds = ['REGULATOR'] as const;

it('is nothing for nobody’s clauses, and nothing is no empty OR, which Prisma drops inside an AND', () => {
  expect(rowScope([], caller)).toBe(nothing);
  expect(nothing).toEqual({ holder: { in: [] } });
});

it('is empty where a clause opens every row', () => {
  expect(rowScope([{ kinds, rows: 'OWN' }, { kinds, rows: 'ALL' }], caller)).toEqual({});
});

it('is the union of what each clause opens', () => {
  expect(
    rowScope(
      [
        { kinds, rows: 'OWN' },
        { kinds, rows: 'CONCERNED', visibleFrom: 'ISSUED' },
        { kinds, rows: 'ALL', visibleFrom: 'CLOSED' },
        { kinds, rows: 'REGION', place: 'PRODUCER' },
      ],
      caller,
    ),
  ).toEqual({
    OR: [
      { holder: 'city' },
      { reached: { has: 'ISSUED' }, concerned: { has: 'city' } },
      { reached: { has: 'CLOSED' } },
      { producerRegion: { startsWith: '3301' } },
    ],
  });
});

it('compares two digits for a province, four for a city, six for a county', () => {
  const prefix = (level: Caller['level']) => rowScope([{ kinds, rows: 'REGION', place: 'SELLER' }], { ...caller, level, regionCode: '330105' });
  expect(prefix('PROVINCE')).toEqual({ OR: [{ sellerRegion: { startsWith: '33' } }] });
  expect(prefix('CITY')).toEqual({ OR: [{ sellerRegion: { startsWith: '3301' } }] });
  expect(prefix('COUNTY')).toEqual({ OR: [{ sellerRegion: { startsWith: '330105' } }] });
});

it('opens no region to a caller whose region is not known', () => {
  expect(rowScope([{ kinds, rows: 'REGION', place: 'SELLER' }], { ...caller, regionCode: '' })).toEqual({ OR: [nothing] });
});
