import { cast } from '../cast.js';
import type { Step } from '../step.js';
import { daysFrom } from './days-from.js';

/** The regulator decides upon the report and issues a plan (3.1 b, c). */
export const planSteps: readonly Step[] = [
  {
    key: 'decide',
    title: { zh: '采纳评估报告', en: 'accepts the assessment report' },
    by: cast.officer,
    waitsFor: {
      what: { zh: '评估报告到达', en: "the report reaches the regulator's desk" },
      by: cast.officer,
      query: '{ receivedAssessmentReports(first: 1) { nodes { id } } }',
      finds: ({ reportId }) => ({ receivedAssessmentReports: { nodes: [{ id: reportId }] } }),
    },
    act: { name: 'decideAssessmentReport', items: ({ reportId }) => [{ reportId, outcome: 'ACCEPTED' }], reads: 'outcome', tells: ([made]) => [String(made?.['outcome'])] },
  },
  {
    key: 'draft-plan',
    title: { zh: '制定监测计划', en: 'drafts a plan that rests on the report' },
    by: cast.officer,
    act: {
      name: 'draftMonitoringPlan',
      items: ({ reportId }, at) => [
        {
          title: '暖风机和儿童连帽衫网上监测计划',
          nature: 'SUPERVISION_SAMPLING',
          reportIds: [reportId],
          centerId: 'center',
          platformIds: ['platform-1', 'platform-2'],
          deadline: daysFrom(at, 60),
          budget: { amount: '60000.00' },
          products: [
            {
              categoryCode: '0706',
              name: '暖风机',
              batches: 20,
              testItems: [
                { code: 'LEAK', name: '泄漏电流', standardNumber: 'GB 4706.1', standardVersion: '2005', clause: '13' },
                { code: 'HEAT', name: '发热', standardNumber: 'GB 4706.1', standardVersion: '2005', clause: '11' },
              ],
            },
            {
              categoryCode: '0302',
              name: '儿童连帽衫',
              batches: 10,
              testItems: [{ code: 'CORD', name: '绳带', standardNumber: 'GB 31701', standardVersion: '2015', clause: '5.4' }],
            },
          ],
        },
      ],
      reads: 'number state title',
      keeps: (story, [plan]) => {
        story.planId = plan?.id ?? '';
      },
    },
  },
  {
    key: 'issue-plan',
    title: { zh: '下达监测计划', en: 'issues the plan to the centre' },
    by: cast.officer,
    act: { name: 'issueMonitoringPlan', items: ({ planId }) => [{ planId }], reads: 'number state' },
    checks: [
      {
        by: cast.analyst,
        query: 'query ($id: ID!) { monitoringPlan(id: $id) { state products { name batches } } }',
        variables: ({ planId }) => ({ id: planId }),
        finds: () => ({ monitoringPlan: { state: 'ISSUED', products: [{ batches: 20 }, { batches: 10 }] } }),
      },
    ],
  },
];
