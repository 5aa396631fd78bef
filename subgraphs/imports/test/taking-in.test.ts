import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMapping } from '../src/mapping/read-mapping.js';
import type { ImportJournal } from '../src/running/import-journal.js';
import { ImportStopped } from '../src/running/import-stopped.js';
import type { ReportLine } from '../src/running/report-lines.js';
import { ofRequests, takeInRows } from '../src/running/take-in-rows.js';
import type { TakeIn, TakeInAnswer, TakenItem } from '../src/running/take-items.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taking-in-'));
});
afterAll(() => rm(folder, { recursive: true }));

const read = readMapping(
  `
mapping: kettles
version: 1
title: { en: Kettles, zh-CN: 电热水壶 }
fills: takeInRiskInformation
source: TEST
format: { kind: csv }
key: id
fields:
  channel: { value: INTERNET }
  productName: { from: id }
  hazardItem: { value: 漏电 }
  observedOn: { value: 2026-03-01 }
`,
  'kettles.yaml',
);

/** An import of so many rows, and what is noted of it. */
async function importOf(rows: number, { done = 0, behind = '' } = {}): Promise<ImportJournal & { readonly lines: ReportLine[] }> {
  const source = join(folder, `${rows}.csv`);
  await writeFile(source, `id\n${Array.from({ length: rows }, (_, index) => `k${index + 1}\n`).join('')}${behind}`);
  const lines: ReportLine[] = [];
  return {
    lines,
    run: { run: 'r', source, mended: false, given: {}, rows },
    get rows() {
      return done + lines.length;
    },
    keep: async (more) => void lines.push(...more),
  };
}

const taken: TakenItem = { disposition: 'TAKEN', value: { number: 'FX' }, refusal: null };
const refusedWith = (code: string): TakenItem => ({ disposition: null, value: null, refusal: { code, message: `told as ${code}`, field: null } });
const unexpected = refusedWith('INTERNAL_SERVER_ERROR');
const away: TakeInAnswer = { errors: [{ message: 'The hub is away.', extensions: { code: 'UPSTREAM_UNAVAILABLE' } }] };

/** A hub that does with each item what is said, or with all of them in one transaction what undoes it. */
const hubThat = (does: (name: string) => TakenItem): TakeIn => (items, together) => {
  const outcomes = items.map(({ productName }) => does(String(productName)));
  return Promise.resolve({ outcomes: together && outcomes.includes(unexpected) ? outcomes.map(() => unexpected) : outcomes });
};

const takeIn = (journal: ImportJournal, hub: TakeIn, { stopping = new AbortController().signal, patience = 0 } = {}) => takeInRows(journal, read, { takeIn: hub, most: ofRequests, locale: 'en', patience, stopping });
const reasons = (lines: readonly ReportLine[]) => lines.filter(({ outcome }) => outcome === 'REFUSED').map(({ key, rule }) => [key, rule]);

describe('what nobody expected', () => {
  it('of one row is that row’s, and the others of its transaction are taken in', async () => {
    const journal = await importOf(5);
    expect(await takeIn(journal, hubThat((name) => (name === 'k2' ? unexpected : name === 'k3' ? refusedWith('VALUE_INVALID') : taken)))).toBe(true);
    expect(reasons(journal.lines)).toEqual([['k2', 'INTERNAL_SERVER_ERROR'], ['k3', 'VALUE_INVALID']]);
    const last = await importOf(5);
    expect(await takeIn(last, hubThat((name) => (name === 'k5' ? unexpected : taken)))).toBe(true);
    expect(reasons(last.lines)).toEqual([['k5', 'INTERNAL_SERVER_ERROR']]);
  });

  it.each([
    ['every row', () => unexpected],
    ['every row but those that are refused anyway', (name: string) => (name === 'k5' ? refusedWith('VALUE_INVALID') : unexpected)],
    ['all rows from one on', (name: string) => (name < 'k3' ? taken : unexpected)],
  ])('of %s is the hub’s: no row is refused for it, and the import stops to be gone on with', async (_what, does) => {
    const journal = await importOf(5);
    await expect(takeIn(journal, hubThat(does))).rejects.toMatchObject({ name: 'ImportStopped', code: 'INTERNAL_SERVER_ERROR', passing: false, message: 'told as INTERNAL_SERVER_ERROR' });
    expect(journal.lines).toEqual([]);
  });
});

describe('an import that is told to stop', () => {
  it('does not read on to where it was', async () => {
    const journal = await importOf(1200, { done: 1200, behind: '"open' });
    expect(await takeIn(journal, hubThat(() => taken), { stopping: AbortSignal.abort() })).toBe(true);
    const behind = await importOf(1300, { done: 1200, behind: '"open' });
    expect(await takeIn(behind, hubThat(() => taken), { stopping: AbortSignal.abort() })).toBe(false);
  });

  it('waits no longer for a hub that is away', async () => {
    const stopping = new AbortController();
    let [asked, stopped] = [0, 0];
    const ask = async () => {
      if (++asked === 3) {
        setTimeout(() => stopping.abort(), 50); // within a wait of a second
        stopped = Date.now() + 50;
      }
      return Promise.resolve(away);
    };
    await expect(takeIn(await importOf(1), ask, { stopping: stopping.signal, patience: 20_000 })).rejects.toMatchObject({ name: 'ImportStopped', code: 'UPSTREAM_UNAVAILABLE', passing: true, message: 'The hub is away.' });
    expect(Date.now() - stopped).toBeLessThan(800);
    expect(asked).toBe(3);
  });
});

describe('an import that cannot go on', () => {
  it('ends when what is under way has ended, so that nothing is taken in behind it', async () => {
    let ended = 0;
    const hub: TakeIn = async (items) => {
      if (items[0]?.['productName'] === 'k1') throw new ImportStopped('Not let on.');
      await delay(300);
      ended += 1;
      return { outcomes: items.map(() => taken) };
    };
    await expect(takeIn(await importOf(1500), hub)).rejects.toThrow('Not let on.');
    expect(ended).toBe(2);
  });
});
