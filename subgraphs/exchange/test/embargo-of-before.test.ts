import { readFile } from 'node:fs/promises';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ExchangeDatabase } from '../src/repository/database.js';
import { exchangeService } from '../src/service.js';

const migration = new URL('../../../prisma/exchange/migrations/20261127200000_access_records/migration.sql', import.meta.url);

let hub: SubgraphUnderTest<ExchangeDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(exchangeService);
});
afterAll(() => hub.close());

let position = 1_000_000;
const heard = (owner: string, kind: string, subjectId: string, day: number, holder: string, concerned: string[]) =>
  hub.database.exchangeEvent.create({
    data: {
      ...{ id: `${owner}:${(position += 1)}`, position, owner, kind, subjectType: 'Subject', subjectId, occurredAt: new Date(Date.UTC(2026, 0, day)) },
      ...{ causedBy: [], holder, concerned, state: 'ANY', reached: ['ANY'] },
    },
  });

it('an update finds the plans and cases that were open before it, and for whom labs worked (5.2.2)', async () => {
  await heard('regulator', 'MonitoringPlanDrafted', 'plan-1', 1, 'regulator-province', []);
  await heard('regulator', 'MonitoringPlanIssued', 'plan-1', 3, 'regulator-province', ['center']);
  await heard('regulator', 'MonitoringPlanIssued', 'plan-2', 1, 'regulator-city', ['center']);
  await heard('regulator', 'MonitoringPlanCompleted', 'plan-2', 5, 'regulator-city', ['center']);
  await heard('regulator', 'AssessmentReportReceived', 'report', 1, 'regulator-city', ['center']);
  await heard('monitoring-center', 'InspectionCommissioned', 'commission', 4, 'center', ['lab-1', 'regulator-province']);

  const statements = (await readFile(migration, 'utf8')).split(/;\s*$/m).filter((statement) => /INSERT INTO/.test(statement));
  expect(statements).toHaveLength(2);
  for (const statement of statements) await hub.database.$executeRawUnsafe(statement);

  const embargoes = await hub.database.embargo.findMany({ orderBy: { subjectId: 'asc' } });
  expect(embargoes.map(({ parties, ...rest }) => ({ ...rest, parties: parties.sort() }))).toEqual([
    { subjectId: 'plan-1', parties: ['center', 'regulator-province'], openedAt: new Date(Date.UTC(2026, 0, 1)), endedAt: null },
    { subjectId: 'plan-2', parties: ['center', 'regulator-city'], openedAt: new Date(Date.UTC(2026, 0, 1)), endedAt: new Date(Date.UTC(2026, 0, 5)) },
  ]);
  expect(await hub.database.workingFor.findMany({ orderBy: { partyId: 'asc' } })).toEqual([
    { partyId: 'lab-1', principal: 'center' },
    { partyId: 'regulator-province', principal: 'center' },
  ]);
});
