import { describe, expect, it } from 'vitest';
import { codeEntry } from '@hub/schema/code-lists/code-list.js';
import { planProducts } from './plan-products.js';

const now = new Date('2026-03-10T00:00:00Z');
const unheard = { codeLists: { entriesOf: () => undefined }, now };
const item = (code: string) => ({ code, name: '泄漏电流', standardNumber: 'GB 4706.1', standardVersion: '2005' });
const plan = (...codes: string[]) => planProducts([{ categoryCode: '0706', name: '暖风机', batches: 8, testItems: codes.map(item) }], unheard);

describe('a product of a plan names each test item once (3.1 c)', () => {
  it('two codes are two items', () => {
    expect(plan('LEAK', ' HEAT ')[0]?.testItems.map(({ code }) => code)).toEqual(['LEAK', 'HEAT']);
  });

  it.each([[['LEAK', 'LEAK']], [['LEAK', ' LEAK ']]])('%j is one item twice', (codes) => {
    expect(() => plan(...codes)).toThrow(expect.objectContaining({ code: 'VALUE_INVALID', details: expect.objectContaining({ field: 'products.0.testItems' }) }));
  });
});

describe('the codes of a plan are those in force (3.1 c, 5.4.3 c)', () => {
  const ended = codeEntry({ code: '0706', zh: '小家电', en: 'small appliances', validTo: '2026-01-01', successorCodes: ['0709'] });
  const published = { codeLists: { entriesOf: (list: string, code: string) => (list === 'product-categories' ? [ended, codeEntry({ code: '0709', zh: '小家电', en: 'small appliances' })].filter((entry) => entry.code === code) : undefined) }, now };
  const product = (categoryCode: string, code = 'LEAK', standardNumber = 'GB 4706.1') => ({ categoryCode, name: '暖风机', batches: 8, testItems: [{ ...item(code), standardNumber }] });
  const field = (name: string, code = 'VALUE_INVALID') => expect.objectContaining({ code, details: expect.objectContaining({ field: name }) }) as Error;

  it('categories, items and bodies of standards that no list has are refused', () => {
    expect(() => planProducts([product('电热器具')], unheard)).toThrow(field('products.0.categoryCode'));
    expect(() => planProducts([product('0706', 'NOTHING')], unheard)).toThrow(field('products.0.testItems.0.code'));
    expect(() => planProducts([product('0706', 'LEAK', 'XX 1')], unheard)).toThrow(field('products.0.testItems.0.standardNumber'));
  });

  it('a category that has ended is refused for a new product, and stands where the plan has it', () => {
    expect(() => planProducts([product('0706')], published)).toThrow(field('products.0.categoryCode', 'CODE_RETIRED'));
    const before = planProducts([product('0706')], unheard);
    expect(planProducts([product('0706'), product('0709')], published, before).map(({ categoryCode }) => categoryCode)).toEqual(['0706', '0709']);
  });

  it('a standard of a body that has ended is refused for a new plan with what took its place, and stands where the plan has it', () => {
    const bodies = [codeEntry({ code: 'GB', zh: '国家标准', en: 'national' }), codeEntry({ code: 'QB', zh: '轻工', en: 'light industry', validTo: '2026-01-01', successorCodes: ['GB'] })];
    const fewer = { codeLists: { entriesOf: (list: string, code: string) => (list === 'standard-bodies' ? bodies.filter((entry) => entry.code === code) : undefined) }, now };
    const plan = [product('0706', 'LEAK', 'QB/T 1')];
    expect(() => planProducts(plan, fewer)).toThrow(field('products.0.testItems.0.standardNumber', 'CODE_RETIRED'));
    const before = planProducts(plan, unheard);
    expect(planProducts([...plan, product('0706')], fewer, before).map(({ testItems }) => testItems[0]?.standardNumber)).toEqual(['QB/T 1', 'GB 4706.1']);
    expect(() => planProducts([product('0706', 'LEAK', 'QB/T 2')], fewer, before)).toThrow(field('products.0.testItems.0.standardNumber', 'CODE_RETIRED'));
  });
});
