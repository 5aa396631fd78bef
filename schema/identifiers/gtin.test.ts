import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gtin14Of, repairGtin } from './gtin.js';

describe('a GTIN (GB 12904)', () => {
  it.each(['6901234567892', '036000291452', '96385074', '10614141000415'])('passes as written: %s', (text) => {
    expect(repairGtin(text)).toEqual({ gtin14: text.padStart(14, '0'), quality: 'VALID' });
  });

  it('is repaired where a spreadsheet took its leading zeros, and keeps what was meant', () => {
    expect(repairGtin('36000291452')).toEqual({ gtin14: '00036000291452', quality: 'REPAIRED' });
    expect(repairGtin(' 36000291452 ')).toEqual({ gtin14: '00036000291452', quality: 'REPAIRED' });
  });

  it.each(['6901234567893', '96385075', '690123456789X', '-6901234567892', '１２３', '', '0', '00000000', '690123456789200'])(
    'is invalid, and no code is made up for it: "%s"',
    (text) => {
      expect(repairGtin(text)).toEqual({ gtin14: null, quality: 'INVALID' });
    },
  );

  it('is found with or without its leading zeros', () => {
    expect([gtin14Of('36000291452'), gtin14Of('00036000291452'), gtin14Of('36 000')]).toEqual(['00036000291452', '00036000291452', null]);
  });

  const committed = new URL('../../prisma/seed/usda_branded_gtin.csv.gz', import.meta.url);
  const original = new URL('../../../shared/data/usda_branded_gtin/branded_products.csv', import.meta.url);
  const files: [name: string, read: () => string][] = [
    ['the copy that ships', () => gunzipSync(readFileSync(committed)).toString('utf8')],
    ...(existsSync(original) ? [['the original', () => readFileSync(original, 'utf8')] as [string, () => string]] : []),
  ];
  it.each(files)('of the 9,541 products of the USDA passes 4,257 times as written and 9,319 times after repair: %s', (_name, read) => {
    const codes = read().trimEnd().split(/\r?\n/).slice(1).map((line) => line.split(',')[1] ?? '');
    const qualities = codes.map((code) => repairGtin(code).quality);
    const count = (quality: string) => qualities.filter((found) => found === quality).length;
    expect(codes).toHaveLength(9541);
    expect({ valid: count('VALID'), passing: count('VALID') + count('REPAIRED'), invalid: count('INVALID') }).toEqual({
      valid: 4257,
      passing: 9319,
      invalid: 222,
    });
  });
});
