import { describe, expect, it } from 'vitest';
import { planProducts } from './plan-products.js';

const item = (code: string) => ({ code, name: '泄漏电流', standardNumber: 'GB 4706.1', standardVersion: '2005' });
const plan = (...codes: string[]) => planProducts([{ categoryCode: '0706', name: '暖风机', batches: 8, testItems: codes.map(item) }]);

describe('a product of a plan names each test item once (3.1 c)', () => {
  it('two codes are two items', () => {
    expect(plan('LEAK', ' HEAT ')[0]?.testItems.map(({ code }) => code)).toEqual(['LEAK', 'HEAT']);
  });

  it.each([[['LEAK', 'LEAK']], [['LEAK', ' LEAK ']]])('%j is one item twice', (codes) => {
    expect(() => plan(...codes)).toThrow(expect.objectContaining({ code: 'VALUE_INVALID', details: expect.objectContaining({ field: 'products.0.testItems' }) }));
  });
});
