import { codeEntry } from '@hub/schema/code-lists/code-list.js';
import { expect, it } from 'vitest';
import { itemsToTest } from './items-to-test.js';

const item = (code: string) => ({ code, name: code, standardNumber: 'GB 4706.1', standardVersion: '2005', clause: null });
const ended = codeEntry({ code: 'LEAK', zh: '泄漏电流', en: 'leakage', validTo: '2026-01-01', successorCodes: ['TOUCH'] });
const published = { codeLists: { entriesOf: (list: string, code: string) => (list === 'test-items' ? [ended].filter((entry) => entry.code === code) : undefined) }, now: new Date('2026-03-10T00:00:00Z') };

it('an item of a commission is one of the list in force, or one that the plan sets (3.1 c, 5.4.3 c)', () => {
  expect(() => itemsToTest([item('LEAK')], [], published)).toThrow('CODE_RETIRED');
  expect(() => itemsToTest([item('NOTHING')], [], published)).toThrow('VALUE_INVALID');
  expect(itemsToTest([item('LEAK')], [item('LEAK')], published)).toMatchObject([{ code: 'LEAK' }]);
  expect(itemsToTest(null, [item('LEAK')], published)).toMatchObject([{ code: 'LEAK' }]);
});

it('and its standard is of a body that publishes today, or the one that the plan sets', () => {
  const bodies = [codeEntry({ code: 'GB', zh: '国家标准', en: 'national' }), codeEntry({ code: 'QB', zh: '轻工', en: 'light industry', validTo: '2026-01-01', successorCodes: ['GB'] })];
  const fewer = { codeLists: { entriesOf: (list: string, code: string) => (list === 'standard-bodies' ? bodies.filter((entry) => entry.code === code) : undefined) }, now: published.now };
  const ended = { ...item('LEAK'), standardNumber: 'QB/T 1' };
  expect(() => itemsToTest([ended], [], fewer)).toThrow('CODE_RETIRED');
  expect(itemsToTest([ended, item('HEAT')], [ended], fewer).map(({ standardNumber }) => standardNumber)).toEqual(['QB/T 1', 'GB 4706.1']);
});
