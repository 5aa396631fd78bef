import { codeEntry } from '@hub/schema/code-lists/code-list.js';
import { describe, expect, it } from 'vitest';
import { publishedRegions } from './published-regions.js';

const of = (day: string, ...codes: Parameters<typeof codeEntry>[0][]) => publishedRegions(codes.map(codeEntry), day).map(([code, name, current]) => [code, name, current]);
const place = { code: '330105', zh: '拱墅区', en: 'Gongshu Qu' };

describe('the regions that a code list tells', () => {
  it('are in force from their first day on, and until the day from which on they are not', () => {
    const [before, first, last, after] = ['2026-05-31', '2026-06-01', '2027-05-31', '2027-06-01'].map((day) => of(day, { ...place, validFrom: '2026-06-01', validTo: '2027-06-01' })[0]?.[2]);
    expect([before, first, last, after]).toEqual([0, 1, 1, 0]);
  });

  it.each([
    ['2026-05-31', '拱墅区', 1],
    ['2026-06-01', '新拱墅区', 1],
    ['2029-01-01', '新拱墅区', 0],
    ['2030-01-01', '再拱墅区', 1],
  ])('on %s have the meaning that their code has by then: %s', (day, name, current) => {
    const meanings = [
      { ...place, zh: '再拱墅区', validFrom: '2030-01-01' },
      { ...place, validTo: '2026-06-01' },
      { ...place, zh: '新拱墅区', validFrom: '2026-06-01', validTo: '2028-01-01' },
    ];
    expect(of(day, ...meanings)).toEqual([['330105', name, current]]);
  });

  it('to come have the meaning with which they begin', () => {
    expect(of('2026-01-01', { ...place, zh: '后', validFrom: '2030-01-01' }, { ...place, zh: '先', validFrom: '2028-01-01', validTo: '2030-01-01' })).toEqual([['330105', '先', 0]]);
  });
});
