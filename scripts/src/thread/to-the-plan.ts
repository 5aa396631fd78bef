import type { Asker } from '../asking/asked-hub.js';
import { idsOf, type ThreadStep } from './thread-step.js';

const analyst: Asker = { identity: 'center', role: 'ANALYST', user: 1 };
const officer: Asker = { identity: 'regulator-province', role: 'OFFICER' };

/** From risk information to a plan that the centre may buy under. */
export const toThePlan: readonly ThreadStep[] = [
  {
    name: 'the centre takes in risk information',
    by: analyst,
    act: 'takeInRiskInformation',
    items: ({ run }) =>
      [1, 2].map((n) => ({
        channel: 'INTERNET',
        productName: `电热水壶 ${n}`,
        hazardItem: '触电',
        hazardDegree: 'HIGH',
        scope: { units: 1200 * n, countries: ['China'], retailers: ['platform-1'] },
        injuries: { hasInjuries: true, description: '用户触电' },
        observedOn: '2026-03-01',
        sourceRecord: { source: 'journey', key: `${run}-${n}`, content: `{"n":${n}}` },
      })),
    keeps: (state, made) => {
      state.riskIds = idsOf(made);
    },
    sends: false,
  },
  {
    name: 'an analyst assesses it',
    by: analyst,
    act: 'assessRiskInformation',
    items: ({ riskIds }) =>
      riskIds.map((riskInformationId) => ({
        riskInformationId,
        method: 'CONSEQUENCE_LIKELIHOOD_MATRIX',
        hazardDegree: 'HIGH',
        severity: 4,
        probability: 'OVER_1_IN_1000',
        spread: 'COMMON',
        evidence: '多平台多品牌均有投诉',
      })),
    keeps: (state, made) => {
      state.assessmentIds = idsOf(made);
    },
    sends: false,
  },
  {
    name: 'and escalates it to the regulator',
    by: analyst,
    act: 'escalateAssessment',
    items: ({ assessmentIds }) => [
      {
        assessmentIds,
        title: '电热水壶触电风险评估报告',
        summary: '具有共性问题',
        recommendation: '对电热水壶泄漏电流开展监测',
        submitToId: 'regulator-province',
      },
    ],
    keeps: (state, [report]) => {
      state.reportId = report?.id ?? '';
    },
    sends: true,
  },
  {
    name: 'the regulator accepts the report',
    by: officer,
    act: 'decideAssessmentReport',
    items: ({ reportId }) => [{ reportId, outcome: 'ACCEPTED' }],
    // The report travels by event to the regulator's desk.
    until: 'NOT_FOUND',
    sends: true,
  },
  {
    name: 'drafts a plan',
    by: officer,
    act: 'draftMonitoringPlan',
    items: ({ reportId, samples }) => [
      {
        title: '2026年电热水壶网上监测计划',
        nature: 'SUPERVISION_SAMPLING',
        reportIds: [reportId],
        centerId: 'center',
        platformIds: ['platform-1', 'platform-2'],
        deadline: '2099-06-30T18:00:00+08:00',
        budget: { amount: '50000.00' },
        products: [
          {
            categoryCode: '0706',
            name: '电热水壶',
            batches: samples,
            testItems: [{ code: 'LEAK', name: '泄漏电流', standardNumber: 'GB 4706.1', standardVersion: '2005', clause: '13' }],
          },
        ],
      },
    ],
    keeps: (state, [plan]) => {
      state.planId = plan?.id ?? '';
    },
    sends: false,
  },
  {
    name: 'and issues it',
    by: officer,
    act: 'issueMonitoringPlan',
    items: ({ planId }) => [{ planId }],
    sends: true,
  },
];
