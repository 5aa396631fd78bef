import { expect, it } from 'vitest';
import { leadingDigits } from './leading-digits.js';
import { regionsAround } from './regions-around.js';
import { withinRegion } from './within-region.js';

it.each([
  ['330000', '33', 'a province'],
  ['330100', '3301', 'a city'],
  ['330105', '330105', 'a county'],
  ['3301', '3301', 'leading digits'],
  ['110000', '11', 'a municipality'],
  ['100000', '10', 'zeros of its own'],
  ['000000', '00', 'no code at all'],
])('names %s by %s: %s', (code, digits) => {
  expect(leadingDigits(code)).toBe(digits);
});

it('takes signs of patterns in a code for themselves', () => {
  expect(withinRegion('3_')).toEqual({ startsWith: String.raw`3\_` });
});

it('keeps the regions around those that are known', () => {
  expect(regionsAround(['330105', '330106', null, '', '440300'])).toEqual(['33', '3301', '330105', '330106', '44', '4403', '440300']);
});
