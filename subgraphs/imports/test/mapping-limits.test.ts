import { describe, expect, it } from 'vitest';
import { MappingInvalid } from '../src/mapping/mapping-problem.js';
import { readMapping } from '../src/mapping/read-mapping.js';

const mappingText = (more = '') => `
mapping: kettles
version: 1
title: { en: Kettles, zh-CN: 电热水壶 }
fills: takeInRiskInformation
source: TEST
format: { kind: csv }
key: 编号
fields:
  channel: { value: INTERNET }
  productName: { from: 名称 }
  hazardItem: { from: 隐患 }
  observedOn: { from: 日期, read: day }
${more}`;

/** What is wrong with a text, and in how many milliseconds that was found. */
function refused(text: string) {
  const begun = performance.now();
  try {
    readMapping(text, 'kettles.yaml');
    return { problems: [], took: performance.now() - begun };
  } catch (error) {
    if (!(error instanceof MappingInvalid)) throw error;
    return { problems: error.problems, took: performance.now() - begun };
  }
}
const many = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, index) => line(index)).join('\n');

describe('a mapping of 100,000 characters (5.1.1)', () => {
  it.each([
    ['fields that are no fields', mappingText(many(8_000, (index) => `  f${index}: {}`)), 'IMPORT_MAPPING_FORM'],
    ['fields that the act does not take', mappingText(many(5_000, (index) => `  f${index}: { from: a }`)), 'IMPORT_MAPPING_FIELD_UNKNOWN'],
    ['one name again and again', many(16_000, () => 'k: 1'), 'IMPORT_MAPPING_SYNTAX'],
  ])('of %s is told a hundred problems, within a moment', (_what, text, code) => {
    const { problems, took } = refused(text);
    expect(problems).toHaveLength(100);
    expect(new Set(problems.map((problem) => problem.code))).toEqual(new Set([code]));
    expect(took).toBeLessThan(2_500);
  });

  it('holds its columns against no more than a thousand that are personal', () => {
    const columns = (count: number, letter: string, of: (name: string) => string) => Array.from({ length: count }, (_, index) => of(`${letter}${index}`)).join(', ');
    const text = (count: number) => mappingText(`keep: {${columns(4_000, 'q', (name) => `${name}: []`)}}\npersonal: [${columns(count, 'p', (name) => name)}]\n`);
    expect(refused(text(1_000)).problems).toEqual([]);
    expect(refused(text(6_000))).toMatchObject({ problems: [{ code: 'IMPORT_MAPPING_FORM', path: ['personal'] }] });
  });
});

it('a name that stands twice is told where it stands again, within others too; as a number it is the same', () => {
  expect(refused(mappingText('  brand: { value: a, value: b }\n  1: { value: a }\n  "1": { value: a }\n')).problems.map(({ code, line, column }) => [code, line, column])).toEqual([
    ['IMPORT_MAPPING_SYNTAX', 14, 22],
    ['IMPORT_MAPPING_SYNTAX', 16, 3],
  ]);
});
