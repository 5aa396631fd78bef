import { codeEntry } from '@hub/schema/code-lists/code-list.js';
import { expect, it } from 'vitest';
import { requireStandardNumber } from './require-standard-number.js';

const now = new Date('2026-03-10T00:00:00Z');
const unheard = { codeLists: { entriesOf: () => undefined }, now };
const abroad = [{ name: 'kind', values: ['FOREIGN'] }];
const bodies = [codeEntry({ code: 'GOST', zh: '俄罗斯标准', en: 'Russian', properties: abroad }), codeEntry({ code: 'SNV', zh: '瑞士标准', en: 'Swiss', properties: abroad, validTo: '2026-01-01', successorCodes: ['SN'] }), codeEntry({ code: 'GB', zh: '国家标准', en: 'national' }), codeEntry({ code: 'XZ', zh: '新', en: 'new' }), codeEntry({ code: 'QB', zh: '轻工', en: 'light industry', validTo: '2026-03-10', successorCodes: ['XZ'] })];
const published = { codeLists: { entriesOf: (_list: string, code: string) => bodies.filter((entry) => entry.code === code) }, now };
const read = (number: string, codes: Parameters<typeof requireStandardNumber>[2]) => requireStandardNumber('standardNumber', number, codes);

it('a standard number is of a body that publishes standards today, by the list that is published (5.4.3 c)', () => {
  expect(['GB4706.1—2005', 'QB/T 1', 'ISO 8124-1:2018'].map((number) => read(number, unheard))).toEqual(['GB 4706.1-2005', 'QB/T 1', 'ISO 8124-1:2018']);
  expect(['GB4706.1', 'XZ/T 1-2026', 'T/CAS 1'].map((number) => read(number, published))).toEqual(['GB 4706.1', 'XZ/T 1-2026', 'T/CAS 1']);
  expect(() => read('ISO 8124-1:2018', published)).toThrow('VALUE_INVALID');
  expect(() => read('XZ/T 1', unheard)).toThrow('VALUE_INVALID');
});

it('one of a body that has ended is refused with what took its place, and stands where the record has it, however it is written', () => {
  expect(() => read('QB/T 1', published)).toThrow(expect.objectContaining({ code: 'CODE_RETIRED', details: { field: 'standardNumber', parameters: { code: 'QB', list: 'standard-bodies', successors: 'XZ' } } }) as Error);
  // What is wrong with its form is told first.
  for (const number of ['QB/X 1', 'QB', 'QB/T 1-1066']) expect(() => read(number, published), number).toThrow('VALUE_INVALID');
  const standing = new Set(['QB/T 1', 'something kept from before']);
  expect(['QB/T 1', ' qb／t  1', 'something kept from before'].map((number) => requireStandardNumber('standardNumber', number, published, standing))).toEqual(['QB/T 1', 'QB/T 1', 'something kept from before']);
  expect(() => requireStandardNumber('standardNumber', 'QB/T 2', published, standing)).toThrow('CODE_RETIRED');
});

it('a body abroad that was published since is read as those that came with the hub, and so is one that has ended (5.4.3 c)', () => {
  expect(['GOST 25779:1990', 'gost R51555'].map((number) => read(number, published))).toEqual(['GOST 25779:1990', 'GOST R51555']);
  expect(() => read('GOST 25779:1990', unheard)).toThrow('VALUE_INVALID');
  expect(() => read('SNV 1:1990', published)).toThrow('CODE_RETIRED');
  expect(requireStandardNumber('standardNumber', 'SNV 1：1990', published, new Set(['SNV 1:1990']))).toBe('SNV 1:1990');
});
