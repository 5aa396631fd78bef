import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readMapping } from '../src/mapping/read-mapping.js';
import { greaterOf, greatestOf } from '../src/running/greatest-of.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'greatest-of-'));
});
afterAll(() => rm(folder, { recursive: true }));

const { mapping } = readMapping(
  `
mapping: numbered
version: 1
title: { en: Numbered, zh-CN: 编号 }
fills: takeInRiskInformation
source: TEST
format: { kind: csv }
key: 编号
fields:
  channel: { value: INTERNET }
  productName: { value: 水壶 }
  hazardItem: { value: 漏电 }
  observedOn: { value: 2026-03-01 }
`,
  'numbered.yaml',
);

async function greatest(values: readonly string[], signal = new AbortController().signal): Promise<string | undefined> {
  const path = join(folder, 'numbered.csv');
  await writeFile(path, `编号\n${values.join('\n')}\n`);
  return greatestOf(path, mapping, '编号', signal);
}

it.each([
  ['numbers by size, and not as texts', ['9', '10', '2'], '10'],
  ['numbers that no double tells apart', ['9007199254740993', '9007199254740992'], '9007199254740993'],
  ['zeros in front count for nothing', ['0010', '9'], '0010'],
  ['parts of a whole', ['1.5', '1.45'], '1.5'],
  ['days as texts', ['2026-02-28', '2026-03-01', '2025-12-31'], '2026-03-01'],
])('the greatest of a column: %s', async (_what, values, expected) => {
  expect(await greatest(values)).toBe(expected);
  expect(await greatest(values.toReversed())).toBe(expected);
});

it('the greater of two places is the same, whichever comes first', () => {
  expect([greaterOf('2026-01-01', '2025-12-31'), greaterOf('9', '10'), greaterOf('10', '9')]).toEqual(['2026-01-01', '10', '10']);
});

it('is looked for no longer than it may be', async () => {
  await expect(greatest(['1', '2'], AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
});
