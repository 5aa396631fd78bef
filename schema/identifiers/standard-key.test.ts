import { expect, it } from 'vitest';
import { standardKey } from './standard-key.js';

it.each([
  ['GB 4706.1-2005', 'gb4706.1—2005'],
  ['ISO 8124-1:2018', 'ISO8124-1：2018'],
  ['DB33/T 2260-2020', 'DB33／T2260–2020'],
  ['GOST 25779:1990', 'gost25779：1990'],
  ['XZ/T 1-2026', 'xz／T 1—2026'],
  ['企业标准', ' 企业标准 '],
])('%s and %s are one number, whoever has been published as a body since (5.4.3 c)', (one, other) => {
  expect(standardKey(one)).toBe(standardKey(other));
});

it('numbers that differ in body, status, part or year are different', () => {
  const different = ['GB 4706.1-2005', 'GB/T 4706.1-2005', 'GB 4706.2-2005', 'GB 4706.1-2024', 'GB 4706.1', 'QB 4706.1-2005', 'ISO 4706.1-2005', 'EN ISO 4706.1-2005', 'ASTM F4706', 'ASTM 4706'];
  expect(new Set(different.map(standardKey)).size).toBe(different.length);
});
