import { describe, expect, it } from 'vitest';
import { requireBelow } from './require-below.js';

const province = { name: 'p', level: 'PROVINCE', regionCode: '330000' };
const city = { name: 'c', level: 'CITY', regionCode: '330100' };
const county = { name: 'k', level: 'COUNTY', regionCode: '330105' };

describe('a plan is assigned downwards (3.1 a)', () => {
  it.each([
    ['a city of the province', city, province],
    ['a county of the city', county, city],
    ['a county of the province', county, province],
  ])('to %s', (_what, below, above) => expect(() => requireBelow('assigneeId', below, above)).not.toThrow());

  it.each([
    ['upwards', province, city],
    ['itself', city, city],
    ['a city of another province', { ...city, regionCode: '440300' }, province],
    ['a county of another city', { ...county, regionCode: '330205' }, city],
    ['one of which no level is known', { ...city, level: null }, province],
  ])('and not to %s', (_what, other, one) => expect(() => requireBelow('assigneeId', other, one)).toThrow(expect.objectContaining({ code: 'REGULATOR_NOT_BELOW' })));
});
