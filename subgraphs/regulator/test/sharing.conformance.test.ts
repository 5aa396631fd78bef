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
    MonitoringPlan: {
      paths: [['DRAFT', 'ISSUED']],
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
            ...stamps(row),
          },
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
  },
});
