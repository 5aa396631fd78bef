import { codeEntry } from '@hub/schema/code-lists/code-list.js';
import { expect, it } from 'vitest';
import { unitOfResult } from './unit-of-result.js';

const now = new Date('2026-03-10T00:00:00Z');
const unheard = { codeLists: { entriesOf: () => undefined, get: () => undefined }, now };
const symbol = (value: string) => ({ properties: [{ name: 'symbol', values: [value] }] });
const codes = [
  codeEntry({ code: 'ug/kg', zh: '微克每千克', en: 'microgram per kilogram', validTo: '2026-01-01', ...symbol('μg/kg') }),
  codeEntry({ code: 'Bq/kg', zh: '贝克每千克', en: 'becquerel per kilogram' }),
  codeEntry({ code: '[IU]/old', zh: '国际单位', en: 'international unit, as it was', validTo: '2026-01-01', ...symbol('IU/kg') }),
  codeEntry({ code: '[IU]/kg', zh: '国际单位每千克', en: 'international unit per kilogram', ...symbol('IU/kg') }),
];
const published = { codeLists: { entriesOf: (_list: string, code: string) => codes.filter((entry) => entry.code === code), get: (id: string) => ({ id, zh: '计量单位', en: 'units', codes }) }, now };

it('a unit is one of the list, by its code or its symbol, and stays as the lab writes it (5.4.3 c)', () => {
  expect(['ug/kg', 'μg/kg', ' mA ', null, ' '].map((unit) => unitOfResult('unit', unit, unheard))).toEqual(['ug/kg', 'μg/kg', 'mA', null, null]);
  expect(['Bq/kg', '[IU]/kg', 'IU/kg'].map((unit) => unitOfResult('unit', unit, published))).toEqual(['Bq/kg', '[IU]/kg', 'IU/kg']);
});

it('one that the list does not have is refused, and one that has ended', () => {
  for (const unit of ['milliamperes', 'MA', 'Bq/kg']) expect(() => unitOfResult('unit', unit, unheard), unit).toThrow('VALUE_INVALID');
  expect(() => unitOfResult('unit', 'IU/kg', unheard)).toThrow('VALUE_INVALID');
  for (const unit of ['ug/kg', 'μg/kg']) expect(() => unitOfResult('unit', unit, published), unit).toThrow('CODE_RETIRED');
});
