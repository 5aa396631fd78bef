import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { statementsOf } from '@hub/kernel/testing/statements-of.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importRiskInformation } from '../src/repository/import-risk-information.js';
import type { ImportedRow } from '../src/repository/take-in-batch.js';
import { monitoringCenterService } from '../src/service.js';
import type { Hub } from './acts.js';
import { recallRows } from './recall-rows.js';

let hub: Hub;
beforeAll(async () => {
  // What is taken in is compared with nothing: statements are counted here.
  hub = await subgraphUnderTest(monitoringCenterService, { variables: { COMPARISON_SECONDS: '3600' } });
});
afterAll(() => hub.close());

const actor = { userId: 'center.1', partyId: 'center', role: 'ANALYST' };
const rows = await recallRows();

function tally(imported: readonly ImportedRow[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of imported) {
    const what = 'refusal' in row ? row.refusal.code : row.disposition;
    counts[what] = (counts[what] ?? 0) + 1;
  }
  return counts;
}

const batches = () =>
  hub.database.$queryRaw<{ kind: string; receivers: string[]; stamps: object }[]>`SELECT kind, receivers, stamps FROM kernel.event WHERE kind LIKE 'RiskInformation%'`;

describe('risk information is imported in bulk (5.1.1)', () => {
  it('takes all 9,818 recalls in, with one event per batch; loading them again changes nothing', async () => {
    const seen: number[] = [];
    const first = await importRiskInformation(hub.database, actor, rows, (done) => seen.push(done));
    expect(tally(first)).toEqual({ TAKEN: 9818 });
    expect(seen.at(-1)).toBe(9818);
    expect(seen).toHaveLength(20);
    const events = await batches();
    expect(events).toHaveLength(20);
    expect(events[0]).toMatchObject({ kind: 'RiskInformationBatchTakenIn', receivers: ['exchange'], stamps: { holder: 'center', reached: ['COLLECTED'] } });

    const again = await importRiskInformation(hub.database, actor, rows);
    expect(tally(again)).toEqual({ UNCHANGED: 9818 });
    expect(again).toEqual(first.map((row) => ({ ...row, disposition: 'UNCHANGED' })));
    expect(await batches()).toHaveLength(20);
    expect(await hub.database.riskInformation.count()).toBe(9818);
    expect(await hub.database.sourceContent.count()).toBe(9818);
    expect(new Set((await hub.database.riskInformation.findMany({ select: { number: true } })).map(({ number }) => number)).size).toBe(9818);
  }, 120_000);

  it('accounts for each row: taken, updated, unchanged, or refused with the reason, also where a key comes twice', async () => {
    const [row] = rows;
    if (!row) throw new Error('There are no rows.');
    const version = (key: string, content: string) => ({ ...row, sourceRecord: { ...row.sourceRecord, key, content } });
    const imported = await importRiskInformation(hub.database, actor, [
      version('new', 'one'),
      { ...version('bad', 'one'), productName: '' },
      row,
      version('new', 'two'),
      version('new', 'two'),
      version(row.sourceRecord.key, 'changed'),
    ]);
    expect(imported.map((result) => ('refusal' in result ? result.refusal.code : result.disposition))).toEqual([
      'TAKEN',
      'VALUE_REQUIRED',
      'UNCHANGED',
      'UPDATED',
      'UNCHANGED',
      'UPDATED',
    ]);
    const versions = await hub.database.riskInformation.findMany({ where: { sourceKey: 'new' }, orderBy: { version: 'asc' } });
    expect(versions.map(({ version: number, supersededById }) => [number, supersededById])).toEqual([
      [1, versions[1]?.id],
      [2, null],
    ]);
    expect(new Set(versions.map(({ document, number }) => `${document} ${number}`)).size).toBe(1);
  });

  it('keeps centres apart: the same record of another centre is another row', async () => {
    const [imported] = await importRiskInformation(hub.database, { ...actor, partyId: 'another-center' }, rows.slice(0, 1));
    expect(imported).toMatchObject({ disposition: 'TAKEN' });
  });

  it('is listed with its count, in a number of statements that does not grow with the rows', async () => {
    const list = `query ($first: Int) { riskInformationList(first: $first, filter: { platform: "Temu", includeSuperseded: true }) { totalCount
      nodes { id supersededBy { id } assessments { id } sourceRecord { content } center { id } } } }`;
    const read = (first: number) =>
      statementsOf(() => hub.ask<{ riskInformationList: { totalCount: number; nodes: unknown[] } }>('center', list, { first }));
    const [few, many] = [await read(2), await read(500)];
    expect(many.result.errors).toBeUndefined();
    expect([many.result.data.riskInformationList.totalCount, many.result.data.riskInformationList.nodes.length]).toEqual([15, 15]);
    expect(many.statements.length).toBe(few.statements.length);
  });
});
