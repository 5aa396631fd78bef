import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegulatorDatabase } from '../src/repository/database.js';
import { regulatorService } from '../src/service.js';

let hub: SubgraphUnderTest<RegulatorDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(regulatorService);
});
afterAll(() => hub.close());

/** A report that a regulator has accepted, so that plans can rest on it. */
async function acceptedReport(regulator: string): Promise<string> {
  const id = randomUUID();
  hub.others.say({ kind: 'AssessmentReportSubmitted', subjectType: 'AssessmentReport', subjectId: id, payload: { id, number: 'PG-2026-000001', title: '电热水壶', centerId: 'center', submittedToId: regulator } });
  await eventually(() => hub.database.receivedAssessmentReport.findUnique({ where: { id } }), (row) => row !== null);
  await hub.ask(regulator, 'mutation ($items: [DecideAssessmentReportInput!]!) { decideAssessmentReport(items: $items) { outcomes { value { id } } } }', { items: [{ idempotencyKey: randomUUID(), reportId: id, outcome: 'ACCEPTED' }] });
  return id;
}
/** The numbers of plans that a regulator drafts in one submission; null where one is refused. */
async function drafted(regulator: string, reportId: string, ...titles: string[]): Promise<(string | null)[]> {
  const testItems = [{ code: 'LEAK', name: '泄漏电流', standardNumber: 'GB 4706.1', standardVersion: '2005', clause: '13' }];
  const items = titles.map((title) => ({
    ...{ idempotencyKey: randomUUID(), title, nature: 'RISK_MONITORING', reportIds: [reportId], centerId: 'center', platformIds: ['platform-1'] },
    ...{ deadline: '2099-06-30T18:00:00+08:00', budget: { amount: '50000.00' }, products: [{ categoryCode: '0706', name: '电热水壶', batches: 30, testItems }] },
  }));
  const { data } = await hub.ask<{ draftMonitoringPlan: { outcomes: { value: { number: string } | null }[] } }>(
    regulator, 'mutation ($items: [DraftMonitoringPlanInput!]!) { draftMonitoringPlan(items: $items) { outcomes { value { number } } } }', { items },
  );
  return data.draftMonitoringPlan.outcomes.map(({ value }) => value?.number ?? null);
}
const year = new Date().toLocaleString('en', { timeZone: 'Asia/Shanghai', year: 'numeric' });

describe('the numbers of plans (编号, ADR 0031)', () => {
  it('are without gaps for each regulator, whatever others draft at once and whatever is refused; a rule of the exchange counts on', async () => {
    const [province, city] = [await acceptedReport('regulator-province'), await acceptedReport('regulator-city')];
    const many = (count: number) => Array.from({ length: count }, (_, index) => (index % 5 === 4 ? '' : `计划 ${index}`));
    const all = await Promise.all([...Array.from({ length: 4 }, () => drafted('regulator-province', province, ...many(10))), drafted('regulator-city', city, '一', '二')]);
    const taken = all.slice(0, 4).flat();
    expect(taken.filter((number) => number === null)).toHaveLength(8);
    expect(taken.flatMap((number) => number ?? []).sort()).toEqual(Array.from({ length: 32 }, (_, index) => `JH-${year}-${String(index + 1).padStart(6, '0')}`));
    expect(all[4]).toEqual([`JH-${year}-000001`, `JH-${year}-000002`]);

    const id = randomUUID();
    const payload = { id, holder: 'regulator-city', kind: 'MONITORING_PLAN', pattern: '杭市监抽〔{year}〕{seq:3}号', beginsAt: '2026-01-01T00:00:00Z' };
    hub.others.say({ kind: 'NumberPatternSet', subjectType: 'NumberPattern', subjectId: id, payload });
    await eventually(() => hub.database.$queryRaw<unknown[]>`SELECT 1 FROM kernel.number_pattern WHERE id = ${id}`, ({ length }) => length === 1);
    expect(await drafted('regulator-city', city, '三')).toEqual([`杭市监抽〔${year}〕003号`]);
    expect(await drafted('regulator-province', province, '三十三')).toEqual([`JH-${year}-000033`]);
  });

  it('go on, in a database of before, from the last that each regulator has', async () => {
    await hub.database.$executeRaw`DELETE FROM kernel.number_count`;
    const migration = await readFile(new URL('../../../prisma/regulator/migrations/20261128180000_numbers_of_each_party/migration.sql', import.meta.url), 'utf8');
    const counts = migration.split(/;\s*$/m).filter((statement) => /^INSERT INTO/m.test(statement));
    expect(counts).toHaveLength(4);
    for (const statement of counts) await hub.database.$executeRawUnsafe(statement);
    expect(await drafted('regulator-province', await acceptedReport('regulator-province'), '三十四')).toEqual([`JH-${year}-000034`]);
  });
});
