import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { seedFile } from '@hub/prisma/seed/seed-file.js';
import { describe, expect, it } from 'vitest';
import { keptMapping, keptMappings, type KeptMapping } from '../src/mapping/kept-mappings.js';
import { mapRows, type MapOptions, type MappedRow } from '../src/mapping/map-rows.js';
import { readMapping } from '../src/mapping/read-mapping.js';

/** Real files that may not be committed: they are read where HUB_REAL_DATA says that they lie. */
const realData = process.env['HUB_REAL_DATA'] ?? '';

async function rowsOf(name: KeptMapping, path: string, options: MapOptions = {}): Promise<MappedRow[]> {
  const rows: MappedRow[] = [];
  for await (const row of mapRows(path, readMapping(await keptMapping(name), name), options)) rows.push(row);
  return rows;
}

function tally(rows: readonly MappedRow[]): Record<string, number> {
  const counts: Record<string, number> = { mapped: 0, 'left out': 0, refused: 0 };
  for (const row of rows) counts['item' in row ? 'mapped' : 'leftOut' in row ? 'left out' : 'refused']! += 1;
  return counts;
}

describe('the mappings that ship with the hub', () => {
  it('are all listed', () => {
    const files = readdirSync(fileURLToPath(new URL('../mappings/', import.meta.url)));
    expect(files.sort()).toEqual(keptMappings.map((name) => `${name}.yaml`));
  });

  it.each(keptMappings)('hold to their form and to the act that they fill: %s', async (name) => {
    expect(readMapping(await keptMapping(name), name).mapping.mapping).toBe(name);
  });

  it('make risk information of all 9,818 recalls of the CPSC', async () => {
    const rows = await rowsOf('cpsc-recalls', seedFile('cpsc_recalls.jsonl.gz'));
    expect(tally(rows)).toEqual({ mapped: 9818, 'left out': 0, refused: 0 });
  });

  it.skipIf(!existsSync(`${realData}/cn_product_sampling_automotive`))('account for every row of supervision sampling: 237 that failed, 1,324 that conformed', async () => {
    const rows = await rowsOf('product-sampling', `${realData}/cn_product_sampling_automotive/inspections.jsonl`);
    expect(tally(rows)).toEqual({ mapped: 237, 'left out': 1324, refused: 0 });
  });

  it.skipIf(!existsSync(`${realData}/cn_food_sampling_2026`))('make risk information of all 1,191 rows of food bulletins, days of spreadsheets and bulletins without a day among them', async () => {
    const rows = await rowsOf('food-sampling', `${realData}/cn_food_sampling_2026/records.jsonl`);
    expect(rows.filter((row) => 'problems' in row).map((row) => ('problems' in row ? row.problems[0] : undefined))).toEqual([]);
    expect(tally(rows)).toEqual({ mapped: 1191, 'left out': 0, refused: 0 });
  });

  it.skipIf(!existsSync(`${realData}/cn_cosmetics_online_fixtures`))('read the platform out of the seller of cosmetics, and the powers of ten that had lost their superscript', async () => {
    const rows = await rowsOf('cosmetics-online', `${realData}/cn_cosmetics_online_fixtures/cosmetics_online_9.csv`, { given: { noticeDate: '2025-12-31' } });
    expect(tally(rows)).toEqual({ mapped: 9, 'left out': 0, refused: 0 });
    const items = rows.map((row) => ('item' in row ? row : undefined));
    expect(items[4]?.item).toMatchObject({ scope: { platforms: ['京东'] }, observedOn: '2025-12-31' });
    expect(items[6]?.item).toMatchObject({ hazardItem: '1,2-二氯乙烷；二氯甲烷；苯', hazardDescription: expect.stringContaining('8.52×10⁵μg/g') as unknown });
    expect(items.flatMap((row) => row?.repairs.map(({ rule }) => rule) ?? [])).toContain('lost-superscript');
  });
});
