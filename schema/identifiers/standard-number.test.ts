import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { standardBodies } from '../code-lists/standard-bodies.js';
import { randomFrom } from '../policy/testing/random.js';
import { readStandardNumber } from './standard-number.js';

const text = (written: string) => {
  const read = readStandardNumber(written);
  return typeof read === 'string' ? read : read.text;
};

describe('a standard number (标准编号)', () => {
  it.each([
    ['GB 4706.1—2005', 'GB 4706.1-2005'],
    ['GB4706.1-2005', 'GB 4706.1-2005'],
    ['ＧＢ／Ｔ ２７９２１－２０２３', 'GB/T 27921-2023'],
    ['gb/t 22760 – 2020', 'GB/T 22760-2020'],
    ['GB/Z 18620', 'GB/Z 18620'],
    ['GB 11714-97', 'GB 11714-97'],
    ['QB/T 1333-2018', 'QB/T 1333-2018'],
    ['FZ/T73022—2019', 'FZ/T 73022-2019'],
    ['DB33/T 2260-2020', 'DB33/T 2260-2020'],
    ['DB3301/T0001—2021', 'DB3301/T 0001-2021'],
    ['DB33 1121-2016', 'DB33 1121-2016'],
    ['T/ZZB 0123—2017', 'T/ZZB 0123-2017'],
    ['T/CAS302-2018', 'T/CAS 302-2018'],
    ['T/31SCTA 001-2020', 'T/31SCTA 001-2020'],
    ['Q/3200KLS 01-2024', 'Q/3200KLS 01-2024'],
    ['ISO 8124-1：2018', 'ISO 8124-1:2018'],
    ['EN 71-3:2019', 'EN 71-3:2019'],
    ['ISO/IEC 17025:2017', 'ISO/IEC 17025:2017'],
    ['ASTM F963-17', 'ASTM F963-17'],
    ['EN ISO 8124-1:2018', 'EN ISO 8124-1:2018'],
    ['ISO8124-1:2018', 'ISO 8124-1:2018'],
  ])('%s is written %s', (written, normal) => {
    expect(text(written)).toBe(normal);
  });

  it('is formed as those of a body abroad where the list that is asked says that it is one', () => {
    const listed = (code: string) => code === 'GOST' || code === 'GB';
    expect(readStandardNumber('GOST R51555—1999', listed, (code) => code === 'GOST')).toMatchObject({ prefix: 'GOST', serial: 'R51555-1999', year: null });
    expect(readStandardNumber('gost 25779：1990', listed, (code) => code === 'GOST')).toMatchObject({ text: 'GOST 25779:1990' });
    expect([readStandardNumber('GOST 25779:1990'), readStandardNumber('GB 4706.1:2005', listed, (code) => code === 'GOST')]).toEqual(['FORM', 'FORM']);
  });

  it('has prefix, serial number and year', () => {
    expect(readStandardNumber('DB33/T 2260.3—2020')).toEqual({ prefix: 'DB33/T', serial: '2260.3', year: '2020', text: 'DB33/T 2260.3-2020' });
    expect(readStandardNumber('GB 31701')).toMatchObject({ prefix: 'GB', year: null });
  });

  it.each([
    ['', 'FORM'],
    ['4706.1-2005', 'FORM'],
    ['GB', 'FORM'],
    ['GB 12 345-2005', 'FORM'],
    ['GB 4706.1-2005-1', 'FORM'],
    ['产品明示质量要求', 'FORM'],
    ['XX/T 123-2020', 'BODY'],
    ['DB99/T 1-2020', 'REGION'],
    ['DB 1-2020', 'REGION'],
    ['GB/Q 1-2020', 'STATUS'],
    ['DB33/Z 1-2020', 'STATUS'],
    ['GB 4706.1-1234', 'YEAR'],
  ])('%s is refused: %s', (written, problem) => {
    expect(text(written)).toBe(problem);
  });

  it('has one form however it was written, and that form is read as itself', () => {
    const random = randomFrom(20_261_127);
    const chinese = standardBodies.filter(({ kind }) => kind !== 'FOREIGN');
    for (let round = 0; round < 2_000; round += 1) {
      const { code } = random.one(chinese);
      const status = random.one(['', '/T', '/Z']);
      const serial = `${1 + random.below(99_999)}${random.chance(0.5) ? `.${1 + random.below(99)}` : ''}`;
      const year = random.chance(0.8) ? String(1990 + random.below(40)) : undefined;
      const normal = `${code}${status} ${serial}${year === undefined ? '' : `-${year}`}`;
      const written = normal
        .replace(' ', random.one(['', ' ', '\u3000', '  ']))
        .replace('/', random.one(['/', '／', ' / ']))
        .replace('-', random.one(['-', '—', '–', '－', ' - ']));
      expect(text(random.chance(0.3) ? written.toLowerCase() : written), written).toBe(normal);
      expect(text(normal)).toBe(normal);
    }
  });

  const source = new URL('../../../shared/data/cn_product_sampling_automotive/inspections.jsonl', import.meta.url);
  it.skipIf(!existsSync(source))('is found in what regulators publish, and a text beside them is told apart', () => {
    const rows = readFileSync(source, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as { inspection_standards_scope_source_reported?: string[] });
    const written = new Set(rows.flatMap((row) => row.inspection_standards_scope_source_reported ?? []));
    expect(written.size).toBe(11);
    expect([...written].filter((each) => typeof readStandardNumber(each) === 'string')).toEqual(['该产品烟台市监督抽查实施细则（2025版）']);
    expect(new Set([...written].map(text)).size).toBe(9);
  });
});
