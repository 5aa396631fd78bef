import { codeEntry } from '@hub/schema/code-lists/code-list.js';
import { expect, it } from 'vitest';
import { standardsNotInForce } from './standards-not-in-force.js';

const unheard = (day: string) => ({ codeLists: { entriesOf: () => undefined }, now: new Date(`${day}T00:00:00+08:00`) });
const item = (code: string, standardNumber: string, standardVersion: string) => ({ code, name: code, standardNumber, standardVersion });
const product = (...testItems: ReturnType<typeof item>[]) => ({ position: 1, categoryCode: '0706', name: '暖风机', batches: 8, testItems });

it('a standard is warned of from the day of its end on, with what took its place and the items that rest on it, once (3.1 c)', () => {
  const products = [product(item('MARK', 'GB 4706.1', '2005'), item('LEAK', 'GB 4706.1-2005', '2005')), product(item('LEAK', 'GB 4706.1', '2005'), item('LEAD', 'GB 6675.4', '2014'))];
  expect(standardsNotInForce(products, unheard('2026-07-31'))).toEqual([]);
  expect(standardsNotInForce(products, unheard('2026-08-01'))).toEqual([{ standard: 'GB 4706.1-2005', validFrom: null, validTo: '2026-08-01', successors: ['GB/T 4706.1-2024'], itemCodes: ['LEAK', 'MARK'] }]);
});

it('so is one that is still to come into force, and nothing is said of one that the list does not have', () => {
  expect(standardsNotInForce([product(item('LEAK', 'GB/T 4706.1', '2024'), item('LEAK', 'QB/T 1', '2001'))], unheard('2026-07-31'))).toEqual([
    { standard: 'GB/T 4706.1-2024', validFrom: '2026-08-01', validTo: null, successors: [], itemCodes: ['LEAK'] },
  ]);
});

it('by the list that is published, also of a body abroad, and of bodies that were published since the hub was built', () => {
  const ended = ['ISO 8124-1:2018', 'GOST 25779:1990', 'XZ/T 1-2020'].map((code) => codeEntry({ code, zh: '玩具', en: 'toys', validTo: '2026-01-01' }));
  const published = { codeLists: { entriesOf: (_list: string, code: string) => ended.filter((entry) => entry.code === code) }, now: new Date('2026-03-01T00:00:00Z') };
  const items = [item('SMALL-PART', 'ISO 8124-1', '2018'), item('LEAD', 'GOST 25779', '1990'), item('MARK', 'XZ/T 1', '2020'), item('LEAK', 'GB 4706.1', '2005')];
  expect(standardsNotInForce([product(...items)], published)).toMatchObject([
    { standard: 'GOST 25779:1990', itemCodes: ['LEAD'] },
    { standard: 'ISO 8124-1:2018', itemCodes: ['SMALL-PART'] },
    { standard: 'XZ/T 1-2020', itemCodes: ['MARK'] },
  ]);
});
