import { codeEntry } from '@hub/schema/code-lists/code-list.js';
import { expect, it } from 'vitest';
import { requireStandardNumber } from './require-standard-number.js';

const now = new Date('2026-03-10T00:00:00Z');
const unheard = { codeLists: { entriesOf: () => undefined }, now };
const bodies = [codeEntry({ code: 'GB', zh: '国家标准', en: 'national' }), codeEntry({ code: 'XZ', zh: '新', en: 'new' }), codeEntry({ code: 'QB', zh: '轻工', en: 'light industry', validTo: '2026-03-10' })];
const published = { codeLists: { entriesOf: (_list: string, code: string) => bodies.filter((entry) => entry.code === code) }, now };
const read = (number: string, codes: Parameters<typeof requireStandardNumber>[2]) => requireStandardNumber('standardNumber', number, codes);

it('a standard number is of a body that publishes standards today, by the list that is published (5.4.3 c)', () => {
  expect(['GB4706.1—2005', 'QB/T 1', 'ISO 8124-1:2018'].map((number) => read(number, unheard))).toEqual(['GB 4706.1-2005', 'QB/T 1', 'ISO 8124-1:2018']);
  expect(['GB4706.1', 'XZ/T 1-2026', 'T/CAS 1'].map((number) => read(number, published))).toEqual(['GB 4706.1', 'XZ/T 1-2026', 'T/CAS 1']);
  for (const number of ['QB/T 1', 'ISO 8124-1:2018']) expect(() => read(number, published), number).toThrow('VALUE_INVALID');
  expect(() => read('XZ/T 1', unheard)).toThrow('VALUE_INVALID');
});
