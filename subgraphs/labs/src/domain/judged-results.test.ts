import { describe, expect, it } from 'vitest';
import type { JudgementInput } from '../generated/graphql.js';
import { judgedResults } from './judged-results.js';
import type { ItemResult, SubItem } from './test-result.js';

const standard = { itemCode: 'A', standardNumber: 'GB 2763', standardVersion: '2021' };
const subItemNamed = (name: string): SubItem => ({
  ...{ name, basis: { kind: 'STANDARD', reference: 'GB 2763-2021' }, limitKind: 'TEXT', limit: '无异常', unit: null, rounding: 'FULL_VALUE', decisionRule: 'SIMPLE_ACCEPTANCE', verdict: 'CONFORMING', judgement: null },
  specimens: [{ specimen: null, measured: '无异味', uncertainty: null, verdict: 'CONFORMING' }],
});
const resultOf = (names: readonly string[]): ItemResult => ({
  ...{ ...standard, itemName: '农药残留', clause: null, subcontractor: null, verdict: 'CONFORMING', failure: null },
  subItems: names.map(subItemNamed),
});

describe('the reasons of a reviewer, each on its sub-item (5.3.3)', () => {
  it('are looked at once each, however many there are', () => {
    const names = Array.from({ length: 400 }, (_, index) => `项 ${index}`);
    let looks = 0;
    const judgements = names.map((subItem): JudgementInput => ({ ...standard, reason: `因 ${subItem}`, get subItem() { looks += 1; return subItem; } }));
    const [judged] = judgedResults([resultOf(names)], judgements);
    expect(judged?.subItems.map(({ judgement }) => judgement)).toEqual(names.map((name) => `因 ${name}`));
    expect(looks).toBe(names.length);
  });

  it('are one for a sub-item', () => {
    const twice: JudgementInput = { ...standard, subItem: '项', reason: '因' };
    expect(() => judgedResults([resultOf(['项'])], [twice, twice])).toThrow(expect.objectContaining({ code: 'VALUE_INVALID', details: expect.objectContaining({ field: 'judgements.1' }) as unknown }) as Error);
    expect(() => judgedResults([resultOf(['项'])], Array.from({ length: 1_001 }, () => twice))).toThrow(expect.objectContaining({ code: 'VALUE_INVALID', details: expect.objectContaining({ field: 'judgements' }) as unknown }) as Error);
  });
});
