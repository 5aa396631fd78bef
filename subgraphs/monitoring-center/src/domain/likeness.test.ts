import { describe, expect, it } from 'vitest';
import { comparedRisk } from './compared-risk.js';
import { comparisonKeys } from './comparison-keys.js';
import type { DescribedRisk } from './described-risk.js';
import { likeness } from './likeness.js';

const risk = (productName: string, more: Partial<DescribedRisk> = {}): DescribedRisk => ({ productName, brand: null, gtins: [], hazardItem: '起火', hazardDescription: '', ...more });
const alike = (one: DescribedRisk, other: DescribedRisk) => {
  const [first, second] = [comparedRisk(one), comparedRisk(other)];
  expect(likeness(second, first)?.score).toBe(likeness(first, second)?.score);
  return likeness(first, second);
};
const reasons = (one: DescribedRisk, other: DescribedRisk) => alike(one, other)?.reasons.map(({ kind, evidence }) => `${kind} ${evidence.join(' ')}`);

describe('two records tell of one product and hazard (5.1.1)', () => {
  it('by a code that both tell, whatever they call it', () => {
    const gtins = ['06901234567892'];
    expect(reasons(risk('电水壶', { gtins }), risk('不锈钢烧水壶', { gtins }))).toEqual(['GTIN 06901234567892', 'HAZARD_ITEM FIRE']);
  });

  it('by brand and model, in Chinese and English, and say what both have', () => {
    const one = risk('便携式充电宝 LK-20S', { brand: 'Lanmiko' });
    const other = risk('Lanmiko LK20S Power Bank', { hazardItem: 'The battery can ignite.' });
    expect(reasons(one, other)).toEqual(['BRAND_AND_MODEL lanmiko lk20s', 'PRODUCT_KIND POWER_BANK', 'PRODUCT_NAME lanmiko', 'HAZARD_ITEM FIRE']);
    expect(alike(one, other)?.score).toBe(0.94);
  });

  it('by their words, where neither tells more', () => {
    expect(reasons(risk('兒童木製滑梯 室内'), risk('室内儿童木制滑梯'))?.[0]).toContain('PRODUCT_NAME');
    expect(alike(risk('儿童木制滑梯'), risk('儿童木制书桌'))).toBeUndefined();
  });

  it.each([
    ['model', risk('充电宝 LK-20S', { brand: 'Lanmiko' }), risk('充电宝 LK-10A', { brand: 'Lanmiko' })],
    ['brand', risk('双人电热毯 加厚', { brand: '暖织' }), risk('双人电热毯 加厚', { brand: '眠暖' })],
    ['brand in a Chinese title', risk('Lanmiko 双人电热毯 加厚'), risk('Shavobel 双人电热毯 加厚')],
    ['brand in a title with the same model', risk('Lanmiko 充电宝 A137'), risk('Shavobel 充电宝 A137')],
    ['kind', risk('Lanmiko 充电宝 A137'), risk('Lanmiko 电热毯 A137')],
    ['code', risk('电热水壶', { brand: '沐恒', gtins: ['06901234567892'] }), risk('电热水壶', { brand: '沐恒', gtins: ['06901234567885'] })],
    ['hazard', risk('充电宝 LK-20S', { brand: 'Lanmiko' }), risk('充电宝 LK-20S', { brand: 'Lanmiko', hazardItem: '触电' })],
  ])('not where their %s is another', (_what, one, other) => {
    expect(alike(one, one)).toBeDefined();
    expect(alike(one, other)).toBeUndefined();
  });

  it('less surely where only a description tells the hazard', () => {
    const one = risk('充电宝 LK-20S', { brand: 'Lanmiko', hazardItem: '过热', hazardDescription: '包内起火' });
    expect(alike(one, risk('充电宝 LK-20S', { brand: 'Lanmiko' }))?.score).toBeCloseTo(0.94 * 0.8);
  });

  it('by the words of the hazard, where no list names it', () => {
    const [one, other] = [risk('雪颜祛斑霜', { hazardItem: '汞含量超标' }), risk('雪颜祛斑霜', { hazardItem: '汞超标' })];
    expect(reasons(one, other)?.at(-1)).toMatch(/^HAZARD_WORDS/);
    expect(alike(one, risk('雪颜祛斑霜', { hazardItem: '标签不符' }))).toBeUndefined();
  });

  it('and are then looked at: they have a key in common, of which a long name has no more than a short one', () => {
    const keys = (described: DescribedRisk) => new Set(comparisonKeys(comparedRisk(described)));
    const [one, other] = [keys(risk('便携式充电宝 LK-20S', { brand: 'Lanmiko' })), keys(risk('Lanmiko LK20S Power Bank'))];
    expect([...one].filter((key) => other.has(key))).toEqual(['m:lk20s', 'k:POWER_BANK lanmiko']);
    expect(keys(risk('一二三四五六七八九十'.repeat(20) + '甲乙丙丁戊己庚辛壬癸')).size).toBe(28);
  });
});
