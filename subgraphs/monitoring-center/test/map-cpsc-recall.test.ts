import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { seedFile } from '@hub/prisma/seed/seed-file.js';
import { describe, expect, it } from 'vitest';
import { riskInformationContent } from '../src/domain/risk-information-content.js';
import type { RiskInformationRow } from '../src/domain/risk-information-row.js';
import { mappedRecalls, recallRows } from './recall-rows.js';

const lines = gunzipSync(readFileSync(seedFile('cpsc_recalls.jsonl.gz'))).toString('utf8').trimEnd().split('\n');
const lineOf = (id: string) => lines.find((line) => line.startsWith(`{"id": "${id}"`)) ?? '';

const rows = await recallRows();
const rowOf = (id: string) => rows.find(({ sourceRecord }) => sourceRecord.key === id);

describe('a recall notice of the CPSC (channel e, 5.1.1)', () => {
  it('becomes risk information with product, hazard, scope and degree, and keeps its source record byte for byte', () => {
    const line = lineOf('26504');
    expect(rowOf('26504')).toEqual({
      channel: 'STANDARDS_AND_FOREIGN',
      productName: 'Bethlehem Lights 10-inch Illuminated Ribbon Spheres',
      productCategories: ['Electrical & Lighting'],
      brand: 'Bethlehem Lights',
      hazardItem: '起火 (fire)；过热 (overheating)',
      hazardDescription:
        'The LED lights on the recalled illuminated spheres can overheat, posing a risk of serious injury or death from a fire hazard.',
      hazardDegree: 'HIGH',
      scope: {
        units: 2000,
        unitsText: 'About 2,000',
        countries: ['Indonesia'],
        retailers: ['Online at QVC.com from July 2024 through April 2026 for about $43.'],
        soldFrom: '2024-07-01',
        soldUntil: '2026-04-30',
      },
      injuries: {
        hasInjuries: false,
        hasDeaths: false,
        description: 'The firm has received nine reports of the product sparking or overheating. No injuries have been reported.',
      },
      remedy: expect.stringMatching(/^Consumers should stop using/),
      links: [expect.stringMatching(/^https:\/\/www\.cpsc\.gov\/Recalls\/2026\//)],
      observedOn: '2026-05-21',
      sourceRecord: { source: 'CPSC', key: '26504', content: line, contentType: 'application/json' },
    });
  });

  it('is repaired where the source lost a space, and in its address', () => {
    expect(rowOf('26484')?.hazardDescription).toContain("required under Reese's Law. When");
    expect(rowOf('23137')?.links).toEqual(['https://www.cpsc.gov/Recalls/2023/TJX-Recalls-Office-Chairs-Due-to-Fall-Hazard']);
  });

  it.each([
    ['no JSON', '{"id": ', [['', 'IMPORT_ROW_UNREADABLE']]],
    ['no object', '[]', [['', 'IMPORT_ROW_UNREADABLE']]],
    ['no id', '{"date": "2020-01-01", "title": "x"}', [['id', 'VALUE_REQUIRED']]],
    ['no day', '{"id": "1", "date": "2020-02-30", "title": "x"}', [['observedOn', 'VALUE_INVALID']]],
    ['no product', '{"id": "1", "date": "2020-02-28"}', [['productName', 'VALUE_REQUIRED']]],
  ])('is refused with field and rule where it is %s', async (_what, line, problems) => {
    const folder = await mkdtemp(join(tmpdir(), 'recall-'));
    try {
      await writeFile(join(folder, 'one.jsonl'), line);
      const [row] = await mappedRecalls(join(folder, 'one.jsonl'));
      expect(row && 'problems' in row ? row.problems.map(({ field, code }) => [field, code]) : row).toEqual(problems);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('is accounted for, each of 9,818: all are mapped and pass the checks of the act', () => {
    const checked = rows.map((row) => riskInformationContent(row, '2026-11-22'));
    const count = (test: (row: RiskInformationRow) => unknown) => rows.filter(test).length;
    expect({
      lines: lines.length,
      checked: checked.length,
      keys: new Set(rows.map((row) => row.sourceRecord.key)).size,
      byteForByte: rows.filter((row, index) => row.sourceRecord.content === lines[index]).length,
    }).toEqual({ lines: 9818, checked: 9818, keys: 9818, byteForByte: 9818 });
    // How much the rules read; whoever changes one sees here what else it moves.
    expect({
      withUnits: count((row) => row.scope.units != null),
      withoutUnitsThoughTold: rows.filter((row) => row.scope.units == null && row.scope.unitsText).map((row) => row.scope.unitsText),
      withPeriod: count((row) => row.scope.soldFrom && row.scope.soldUntil),
      withBrand: count((row) => row.brand),
      otherHazard: count((row) => row.hazardItem === '其他 (other)'),
      injuries: count((row) => row.injuries?.hasInjuries),
      deaths: count((row) => row.injuries?.hasDeaths),
      onAmazon: count((row) => row.scope.platforms?.includes('Amazon')),
      onTemu: count((row) => row.scope.platforms?.includes('Temu')),
      onAliExpress: count((row) => row.scope.platforms?.includes('AliExpress')),
    }).toMatchInlineSnapshot(`
      {
        "deaths": 130,
        "injuries": 2242,
        "onAliExpress": 17,
        "onAmazon": 1333,
        "onTemu": 15,
        "otherHazard": 537,
        "withBrand": 1998,
        "withPeriod": 7837,
        "withUnits": 8005,
        "withoutUnitsThoughTold": [
          "Millions",
          "Unknown",
          "Unknown",
        ],
      }
    `);
  });

  const original = new URL('../../../../shared/data/cpsc_recalls/cpsc_recalls.jsonl.gz', import.meta.url);
  it.skipIf(!existsSync(original))('ships as it was received', () => {
    expect(readFileSync(seedFile('cpsc_recalls.jsonl.gz')).equals(readFileSync(original))).toBe(true);
  });
});
