import { randomUUID } from 'node:crypto';
import { conformanceSuite } from '@hub/kernel/testing/conformance/conformance-suite.js';
import type { MatrixRow } from '@hub/kernel/testing/conformance/row-matrix.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { sdl } from '@hub/schema/generated/regulator.js';
import { afterAll, beforeAll } from 'vitest';
import type { RegulatorDatabase } from '../src/repository/database.js';
import { regulatorService } from '../src/service.js';

let hub: SubgraphUnderTest<RegulatorDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(regulatorService);
});
afterAll(() => hub.close());

const stamps = ({ holder, concerned, state, reached }: MatrixRow) => ({
  holder,
  concerned: [...concerned],
  state,
  reached: [...reached],
});
const now = new Date('2026-03-01T00:00:00Z');
const acted = { userId: 'u', partyId: 'p', role: 'OFFICER', at: now.toISOString() };

const direction = { instruction: 'i', dueAt: '2099-01-01T00:00:00Z' };
const regions = ({ sellerRegion, producerRegion }: MatrixRow) => ({ sellerRegion, producerRegion });

type Row<Model extends 'receivedMonitoringData' | 'hazardHandling'> = Parameters<RegulatorDatabase[Model]['create']>[0]['data'];

async function insertReceivedData(row: Partial<Row<'receivedMonitoringData'>>): Promise<string> {
  const id = randomUUID();
  await hub.database.receivedMonitoringData.create({
    data: {
      id,
      document: id,
      version: 1,
      planId: 'plan',
      centerId: 'center',
      productName: '电热水壶',
      brand: 'a brand',
      producerName: 'a producer',
      producerUscc: 'a code',
      conclusion: 'NONCONFORMING',
      failedItems: ['泄漏电流'],
      platformId: 'platform-1',
      shopName: 'a shop',
      merchantName: 'a merchant',
      merchantUscc: 'a code',
      fedBackAt: now,
      receivedAt: now,
      cause: 'x:y',
      ...row,
    } as Row<'receivedMonitoringData'>,
  });
  return id;
}

async function insertHandling(row: Partial<Row<'hazardHandling'>>): Promise<string> {
  const { id } = await hub.database.hazardHandling.create({
    data: {
      summary: 'a summary',
      opened: acted,
      openedAt: now,
      closeBy: now,
      result: 'a result',
      closed: acted,
      ...row,
    } as Row<'hazardHandling'>,
  });
  return id;
}

conformanceSuite(() => hub, {
  owner: 'regulator',
  sdl,
  entities: {
    ReceivedAssessmentReport: {
      paths: [['RECEIVED', 'DECIDED']],
      insert: async (row, number) => {
        const { id } = await hub.database.receivedAssessmentReport.create({
          data: {
            id: randomUUID(),
            number: `PG-${number}`,
            title: 'a title',
            centerId: 'center',
            receivedAt: now,
            decideBy: now,
            cause: 'x:y',
            ...stamps(row),
          },
        });
        return id;
      },
    },
    AssessmentReportDecision: {
      paths: [['ACCEPTED'], ['RETURNED']],
      insert: async (row) => {
        const { id } = await hub.database.assessmentReportDecision.create({
          data: { reportId: randomUUID(), outcome: row.state, reason: 'a reason', decided: acted, ...stamps(row) },
        });
        return id;
      },
    },
    ReceivedMonitoringData: {
      paths: [
        ['RECEIVED', 'IN_HANDLING', 'HANDLED'],
        ['FILED', 'SUPERSEDED'],
      ],
      insert: (row, number) => insertReceivedData({ number: `SJ-${number}`, ...regions(row), ...stamps(row) }),
    },
    HazardHandling: {
      paths: [['OPEN', 'CLOSED']],
      insert: (row, number) => insertHandling({ number: `YH-${number}`, ...stamps(row) }),
    },
    HazardDirection: {
      paths: [
        ['ISSUED', 'ANSWERED', 'ENDED'],
        ['ISSUED', 'WITHDRAWN'],
      ],
      insert: async (row, number) => {
        const { id } = await hub.database.hazardDirection.create({
          data: {
            number: `ZL-${number}`,
            handlingId: await insertHandling({ number: `YH-of-${number}`, ...stamps(row), state: 'OPEN', reached: ['OPEN'] }),
            kind: 'DELIST',
            addresseeKind: 'PLATFORM',
            addresseeId: 'platform-1',
            addresseeName: 'a platform',
            addresseeUscc: 'a code',
            monitoringDataIds: ['data'],
            instruction: 'an instruction',
            issuedAt: now,
            dueAt: now,
            answers: [
              { action: 'a', unitsAffected: 1, unitsRecovered: 1, final: true, reportedAt: now.toISOString(), onBehalf: false, evidence: [] },
            ],
            sentBackReason: 'a reason',
            endReason: 'a reason',
            issued: acted,
            ended: acted,
            ...stamps(row),
          },
        });
        return id;
      },
    },
    MonitoringPlan: {
      paths: [
        ['DRAFT', 'ISSUED', 'COMPLETED'],
        ['DRAFT', 'CANCELLED'],
      ],
      insert: async (row, number) => {
        const { id } = await hub.database.monitoringPlan.create({
          data: {
            number: `JH-${number}`,
            title: 'a title',
            nature: 'RISK_MONITORING',
            reportIds: ['r'],
            products: [],
            centerId: 'center',
            platformIds: ['platform-1'],
            deadline: now,
            feedbackWithin: 'P10D',
            budgetAmount: '1',
            budgetCurrency: 'CNY',
            drafted: acted,
            issued: acted,
            cancelReason: 'a reason',
            ended: acted,
            ...stamps(row),
          },
        });
        return id;
      },
    },
    MonitoringPlanVersion: {
      paths: [['']],
      insert: async ({ holder, concerned }, version) => {
        const { id } = await hub.database.monitoringPlanVersion.create({
          data: {
            planId: 'plan',
            version,
            products: [],
            platformIds: ['platform-1'],
            deadline: now,
            feedbackWithin: 'P10D',
            budgetAmount: '1',
            budgetCurrency: 'CNY',
            replaced: acted,
            reason: 'a reason',
            holder,
            concerned: [...concerned],
          },
        });
        return id;
      },
    },
    Regulator: {
      paths: [['']],
      insert: async ({ holder, concerned }) => {
        const { id } = await hub.database.regulator.create({
          data: { id: randomUUID(), level: 'CITY', regionCode: '330100', holder, concerned: [...concerned] },
        });
        return id;
      },
    },
  },
  acts: {
    decideAssessmentReport: { input: (reportId) => ({ reportId, outcome: 'ACCEPTED' }) },
    draftMonitoringPlan: {
      input: () => ({
        title: 't',
        nature: 'RISK_MONITORING',
        reportIds: [],
        products: [],
        centerId: 'center',
        platformIds: [],
        deadline: '2099-01-01T00:00:00Z',
      }),
    },
    issueMonitoringPlan: { input: (planId) => ({ planId }) },
    amendMonitoringPlan: { input: (planId) => ({ planId, reason: 'r', feedbackWithin: 'P5D' }) },
    cancelMonitoringPlan: { input: (planId) => ({ planId, reason: 'r' }) },
    completeMonitoringPlan: { input: (planId) => ({ planId }) },
    openHazardHandling: { input: (id) => ({ monitoringDataIds: [id], summary: 's' }) },
    directPlatform: { input: (handlingId) => ({ handlingId, kind: 'DELIST', platformId: 'platform-1', ...direction }) },
    directMerchant: { input: (handlingId) => ({ handlingId, merchantName: 'a merchant', ...direction }) },
    directEnterprise: { input: (handlingId) => ({ handlingId, enterprise: { name: 'a producer' }, ...direction }) },
    recordDirectionAnswer: { input: (directionId) => ({ directionId, action: 'a' }) },
    endDirection: { input: (directionId) => ({ directionId, outcome: 'ENDED' }) },
    withdrawDirection: { input: (directionId) => ({ directionId, reason: 'r' }) },
    closeHazardHandling: { input: (handlingId) => ({ handlingId, result: 'r' }) },
  },
});
