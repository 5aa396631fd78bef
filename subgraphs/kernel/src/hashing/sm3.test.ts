import { expect, it } from 'vitest';
import { sm3 } from './sm3.js';

it.each([
  ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
  ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
])('is SM3 by the examples of GB/T 32905, appendix A: %s', (text, hash) => {
  expect(sm3(text)).toBe(`sm3:${hash}`);
});
