import { expect, it } from 'vitest';
import { requireRegionCode } from './require-region-code.js';

it('a region code may have been abolished since', () => {
  expect(['330105', '110103'].map((code) => requireRegionCode('sellerRegionCode', code))).toEqual(['330105', '110103']);
});

it.each(['999999', '33010', 'Hangzhou', ''])('%s is and was none', (code) => {
  expect(() => requireRegionCode('sellerRegionCode', code)).toThrow('VALUE_INVALID');
});
