import { codeEntry } from '@hub/schema/code-lists/code-list.js';
import { expect, it } from 'vitest';
import { standardsNotListed } from './standards-not-listed.js';

const item = (code: string, standardNumber: string, standardVersion: string) => ({ code, name: code, standardNumber, standardVersion });
const product = (...testItems: ReturnType<typeof item>[]) => ({ position: 1, categoryCode: '0706', name: '暖风机', batches: 8, testItems });

it('a standard that the list does not have is told, once, with the items that rest on it, whether or not it names its year', () => {
  const products = [product(item('LEAK', 'QB/T 1', '2001'), item('MARK', 'QB/T 1-2001', '2001')), product(item('LEAD', 'GB 6675.4', '2014'), item('SMALL-PART', 'GB 4706.1', '1998'))];
  expect(standardsNotListed(products, { codeLists: { entriesOf: () => undefined } })).toEqual([
    { standard: 'GB 4706.1-1998', itemCodes: ['SMALL-PART'] },
    { standard: 'QB/T 1-2001', itemCodes: ['LEAK', 'MARK'] },
  ]);
});

it('and no more once it is published, though it has ended', () => {
  const ended = codeEntry({ code: 'QB/T 1-2001', zh: '暖风机', en: 'fan heaters', validTo: '2026-01-01' });
  const published = { codeLists: { entriesOf: (_list: string, code: string) => (code === ended.code ? [ended] : []) } };
  expect(standardsNotListed([product(item('LEAK', 'QB/T 1', '2001'))], published)).toEqual([]);
});
