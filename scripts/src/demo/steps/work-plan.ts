import { cast } from '../cast.js';
import { that } from '../matching.js';
import type { Step } from '../step.js';
import { daysFrom } from './days-from.js';

interface Duties {
  readonly duties: { readonly nodes: readonly { readonly subjectId: string }[] };
}

/** The centre makes a work plan, which does not start before it is complete, and orders samples (5.2.1, 5.2.2). */
export const workPlanSteps: readonly Step[] = [
  {
    key: 'draft-work-plan',
    title: { zh: '制定工作方案，采样人员和检验机构待定', en: 'drafts a work plan, without samplers and labs as yet' },
    by: cast.analyst,
    waitsFor: {
      what: { zh: '监测计划到达监测中心', en: 'the plan reaches the centre, which owes a work plan now' },
      by: cast.analyst,
      query: '{ duties(first: 200, filter: { kind: ["StartWorkPlan"], state: OPEN }) { nodes { subjectId } } }',
      finds: ({ planId }) => that<Duties>(`a duty StartWorkPlan on plan ${planId}`, ({ duties }) => duties.nodes.some(({ subjectId }) => subjectId === planId)),
    },
    act: {
      name: 'draftWorkPlan',
      items: ({ planId }, at) => [{ planId, scope: '两个平台上销售的暖风机和儿童连帽衫', method: 'SIMULATED_CONSUMPTION', samplingFrom: at, samplingUntil: daysFrom(at, 30) }],
      reads: 'number state missing',
      keeps: (story, [workPlan]) => {
        story.workPlanId = workPlan?.id ?? '';
      },
      tells: ([workPlan]) => [`${String(workPlan?.['number'])}  ${String(workPlan?.['state'])}  missing: ${String(workPlan?.['missing'])}`],
    },
  },
  {
    key: 'start-incomplete',
    title: { zh: '试图启动尚不完整的工作方案', en: 'tries to start it all the same' },
    by: cast.analyst,
    act: { name: 'startWorkPlan', items: ({ workPlanId }) => [{ workPlanId }], refused: () => ({ 0: 'WORK_PLAN_INCOMPLETE' }) },
  },
  {
    key: 'amend-work-plan',
    title: { zh: '补全工作方案', en: 'names samplers, labs, platforms and the place where samples go' },
    by: cast.analyst,
    act: {
      name: 'amendWorkPlan',
      items: ({ workPlanId }) => [
        {
          workPlanId,
          platformIds: ['platform-1', 'platform-2'],
          receivingPlace: '湖滨市运河区样品库',
          samplerIds: ['center.1', 'center.2', 'center.3'],
          labIds: ['lab-1', 'lab-2'],
        },
      ],
      reads: 'number state missing',
      tells: ([workPlan]) => [`${String(workPlan?.['number'])}  ${String(workPlan?.['state'])}  missing: ${String(workPlan?.['missing']) || 'nothing'}`],
    },
  },
  {
    key: 'start-work-plan',
    title: { zh: '启动工作方案', en: 'starts the work plan' },
    by: cast.analyst,
    act: { name: 'startWorkPlan', items: ({ workPlanId }) => [{ workPlanId }], reads: 'number state' },
    checks: [
      {
        by: cast.officer,
        query: 'query ($id: ID!) { monitoringPlan(id: $id) { workPlan { state labs { id } } } }',
        variables: ({ planId }) => ({ id: planId }),
        finds: () => ({ monitoringPlan: { workPlan: { state: 'STARTED', labs: [{ id: 'lab-1' }, { id: 'lab-2' }] } } }),
      },
    ],
  },
  {
    key: 'order-sampling',
    title: { zh: '下达采样任务三十批，另试图多下达一批', en: 'orders thirty batches from three samplers, and tries one more than the plan has' },
    by: cast.analyst,
    act: {
      name: 'orderSampling',
      items: ({ workPlanId }) => [
        { workPlanId, planProduct: 1, platformId: 'platform-1', batches: 10, samplerId: 'center.1' },
        { workPlanId, planProduct: 1, platformId: 'platform-2', batches: 10, samplerId: 'center.2' },
        { workPlanId, planProduct: 2, platformId: 'platform-2', batches: 10, samplerId: 'center.3' },
        { workPlanId, planProduct: 2, platformId: 'platform-1', batches: 1, samplerId: 'center.3' },
      ],
      refused: () => ({ 3: 'BATCHES_EXCEED_PLAN' }),
      reads: 'number state productName batches samplerId',
      keeps: (story, made) => {
        story.orderIds = made.flatMap((order) => order?.id ?? []);
      },
      tells: (orders) => orders.map(({ number, state, productName, batches, samplerId }) => [number, state, productName, `×${String(batches)}`, samplerId].join('  ')),
    },
  },
];
