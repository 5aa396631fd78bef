import { randomUUID } from 'node:crypto';
import type { ConformanceFixture } from '@hub/kernel/testing/conformance/conformance-fixture.js';
import type { SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import type { RegulatorDatabase } from '../src/repository/database.js';
import { acted, later, now, stamps } from './conformance-rows.js';

const product = (name: string) => ({
  categoryCode: '0706',
  name,
  batches: 30,
  testItems: [{ code: 'LEAK', name: '泄漏电流', standardNumber: 'GB 4706.1', standardVersion: '2005', clause: '13.2' }],
});
/** What a report rests on, as the centre told. */
const restsOn = { productCategories: ['a category'], platforms: ['a platform'], hazardDegrees: ['HIGH'] };
const budget = { amount: '120000.50', currency: 'CNY' };

/** Fixtures of assessment reports at the regulator, its decisions and its plans (3.1 a to c). */
export function planFixtures(hub: () => SubgraphUnderTest<RegulatorDatabase>): Pick<ConformanceFixture, 'entities' | 'acts'> {
  /** A report that the regulator of these acts has accepted. */
  async function acceptedReport(): Promise<string> {
    const reportId = randomUUID();
    await hub().database.assessmentReportDecision.create({
      data: { reportId, outcome: 'ACCEPTED', decided: acted, holder: 'regulator-province', concerned: ['center'], state: 'ACCEPTED', reached: ['ACCEPTED'] },
    });
    return reportId;
  }

  /** The regulator of these acts is to carry out the part. */
  const assignedToCaller = (id: string) => hub().database.planAssignment.update({ where: { id }, data: { assigneeId: 'regulator-province' } });

  return {
    entities: {
      ReceivedAssessmentReport: {
        paths: [['RECEIVED', 'DECIDED']],
        insert: async (row, number) => {
          const { id } = await hub().database.receivedAssessmentReport.create({
            data: {
              id: randomUUID(),
              number: `PG-${number}`,
              title: 'a title',
              centerId: 'center',
              ...restsOn,
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
          const { id } = await hub().database.assessmentReportDecision.create({
            data: { reportId: randomUUID(), outcome: row.state, reason: 'a reason', decided: acted, ...restsOn, ...stamps(row) },
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
          const { id } = await hub().database.monitoringPlan.create({
            data: {
              number: `JH-${number}`,
              title: 'a title',
              nature: 'RISK_MONITORING',
              reportIds: ['r'],
              hazardDegrees: ['HIGH'],
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
              resamplingGround: 'EMERGENCY',
              ended: acted,
              ...stamps(row),
            },
          });
          return id;
        },
      },
      PlanAssignment: {
        paths: [
          ['ASSIGNED', 'ACCEPTED', 'ENDED'],
          ['ASSIGNED', 'RETURNED'],
          ['ASSIGNED', 'WITHDRAWN'],
        ],
        insert: async (row, number) => {
          const { id } = await hub().database.planAssignment.create({
            data: {
              number: `CJ-${number}`,
              planId: randomUUID(),
              assigneeId: 'nobody',
              title: 'a title',
              nature: 'RISK_MONITORING',
              products: [{ position: 1, ...product('暖风机') }],
              positions: [1],
              platformIds: ['platform-1'],
              deadline: now,
              feedbackWithin: 'P10D',
              budgetAmount: '1',
              budgetCurrency: 'CNY',
              answerBy: now,
              assignedAt: now,
              assigned: acted,
              answered: acted,
              returnReason: 'a reason',
              withdrawReason: 'a reason',
              ...stamps(row),
            },
          });
          return id;
        },
      },
      MonitoringPlanVersion: {
        paths: [['']],
        insert: async ({ holder, concerned }, version) => {
          const { id } = await hub().database.monitoringPlanVersion.create({
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
          const { id } = await hub().database.regulator.create({
            data: { id: randomUUID(), level: 'CITY', regionCode: '330100', holder, concerned: [...concerned] },
          });
          return id;
        },
      },
    },
    acts: {
      decideAssessmentReport: {
        input: (reportId) => ({ reportId, outcome: 'ACCEPTED' }),
        good: (reportId) => ({ reportId, outcome: 'RETURNED', reason: '依据不足' }),
      },
      draftMonitoringPlan: {
        input: () => ({ title: 't', nature: 'RISK_MONITORING', reportIds: [], products: [], centerId: 'center', platformIds: [], deadline: later }),
        good: async () => ({
          title: '暖风机风险监测计划',
          nature: 'RISK_MONITORING',
          reportIds: [await acceptedReport()],
          products: [product('暖风机')],
          centerId: 'center',
          platformIds: ['platform-1'],
          deadline: later,
          feedbackWithin: 'P10D',
          budget,
        }),
      },
      issueMonitoringPlan: { input: (planId) => ({ planId }), good: (planId) => ({ planId, expectedRevision: 1, resamplingGround: 'EMERGENCY' }) },
      amendMonitoringPlan: {
        input: (planId) => ({ planId, reason: 'r', feedbackWithin: 'P5D' }),
        good: (planId) => ({
          planId,
          expectedRevision: 1,
          reason: '扩大范围',
          products: [product('暖风机'), product('电热毯')],
          platformIds: ['platform-1', 'platform-2'],
          deadline: later,
          feedbackWithin: 'P5D',
          budget,
          resamplingGround: 'FOLLOW_UP',
        }),
      },
      cancelMonitoringPlan: { input: (planId) => ({ planId, reason: 'r' }), good: (planId) => ({ planId, expectedRevision: 1, reason: '情势变更' }) },
      assignMonitoringPlan: {
        input: (planId) => ({ planId, assigneeId: 'regulator-county', products: [] }),
        good: async (planId) => {
          await hub().database.monitoringPlan.update({
            where: { id: planId },
            data: { products: [{ position: 1, ...product('暖风机') }], platformIds: ['platform-1', 'platform-2'], deadline: later, budgetAmount: '999999.99' },
          });
          return {
            planId,
            expectedRevision: 1,
            assigneeId: 'regulator-city',
            products: [{ position: 1, batches: 10 }],
            platformIds: ['platform-1', 'platform-2'],
            deadline: '2098-01-01T00:00:00Z',
            budget,
            answerBy: later,
          };
        },
      },
      acceptPlanAssignment: {
        input: (assignmentId) => ({ assignmentId, centerId: 'center' }),
        good: async (assignmentId) => {
          const { planId } = await assignedToCaller(assignmentId);
          await hub().database.monitoringPlan.create({
            data: {
              ...{ id: planId, number: `JH-${planId}`, title: 'a title', nature: 'RISK_MONITORING', reportIds: ['r'], products: [], centerId: 'center', platformIds: [] },
              ...{ deadline: now, feedbackWithin: 'P10D', drafted: acted, issued: acted, holder: 'center', concerned: ['center'], state: 'ISSUED', reached: ['DRAFT', 'ISSUED'] },
            },
          });
          return { assignmentId, expectedRevision: 1, centerId: 'center', title: '暖风机风险监测计划' };
        },
      },
      returnPlanAssignment: {
        input: (assignmentId) => ({ assignmentId, reason: 'r' }),
        good: async (assignmentId) => {
          await assignedToCaller(assignmentId);
          return { assignmentId, expectedRevision: 1, reason: '人手不足' };
        },
      },
      withdrawPlanAssignment: {
        input: (assignmentId) => ({ assignmentId, reason: 'r' }),
        good: (assignmentId) => ({ assignmentId, expectedRevision: 1, reason: '另行安排' }),
      },
      completeMonitoringPlan: { input: (planId) => ({ planId }), good: (planId) => ({ planId, expectedRevision: 1 }) },
    },
  };
}
