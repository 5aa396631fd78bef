import { describe, expect, it } from 'vitest';
import { productMatch, type DescribedProduct } from './product-match.js';

const product = (name: string, more: Partial<DescribedProduct> = {}): DescribedProduct => ({ name, brand: null, gtins: [], items: [], ...more });
const gradeOf = (one: DescribedProduct, other: DescribedProduct) => productMatch(one, other)?.grade;

describe('two descriptions of a product', () => {
  it('match by the number that a platform has given, on that platform alone', () => {
    const item = { platformId: 'platform-1', id: '100012345' };
    const items = [item];
    expect(gradeOf(product('充电宝', { items }), product('移动电源', { items }))).toBe('ITEM_ID');
    expect(gradeOf(product('充电宝', { items }), product('移动电源', { items: [{ ...item, platformId: 'platform-2' }] }))).toBeUndefined();
  });

  it('match by their code, and say where its leading zeros were restored; a code that fails its check digit says nothing', () => {
    expect(gradeOf(product('a', { gtins: ['036000291452'] }), product('b', { gtins: ['036000291452'] }))).toBe('GTIN');
    expect(gradeOf(product('a', { gtins: ['36000291452'] }), product('b', { gtins: ['00036000291452'] }))).toBe('GTIN_REPAIRED');
    expect(gradeOf(product('a', { gtins: ['36000291453'] }), product('b', { gtins: ['36000291453'] }))).toBeUndefined();
  });

  it('match by brand and model, and are others where brand or model is another', () => {
    const one = product('便携式充电宝 A137', { brand: 'Lanmiko' });
    expect(productMatch(one, product('LANMIKO 大容量移动电源 A137', { brand: 'lanmiko' }))).toMatchObject({ grade: 'BRAND_AND_MODEL', evidence: ['Lanmiko', 'a137'] });
    expect(gradeOf(one, product('便携式充电宝 A137', { brand: 'Shavobel' }))).toBeUndefined();
    expect(gradeOf(one, product('便携式充电宝 A138', { brand: 'Lanmiko' }))).toBeUndefined();
  });

  it('match by their words, of any width and form, and say which', () => {
    expect(gradeOf(product('儿童安全座椅'), product('兒童安全座椅 加厚'))).toBe('TEXT');
    expect(productMatch(product('Illuminated Ribbon Sphere'), product('ribbon spheres, illuminated, 10 inch'))?.evidence).toEqual(['illumin', 'ribbon', 'sphere']);
    expect(gradeOf(product('儿童玩具'), product('儿童书包'))).toBeUndefined();
  });
});
