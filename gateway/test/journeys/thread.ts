import type { AskedHub, Asker } from '../../../scripts/src/asking/asked-hub.js';
import { performAct } from '../../../scripts/src/asking/perform-act.js';

/** What the thread has made so far; each step adds to it. */
export interface ThreadState {
  /** Distinguishes this walk from others on the same hub. */
  readonly run: string;
  /** How many samples are bought. */
  readonly samples: number;
  /** Items of the platform's catalogue that are bought; invented ones where there are fewer. */
  readonly listingItemIds: readonly string[];
  riskIds: string[];
  assessmentIds: string[];
  reportId: string;
  planId: string;
  purchaseIds: string[];
  sampleIds: string[];
  commissionId: string;
  inspectionReportIds: string[];
  monitoringDataIds: string[];
}

/** One act of the thread: it may be repeated, for its idempotency keys stay the same. */
export interface ThreadStep {
  readonly name: string;
  readonly run: (hub: AskedHub, state: ThreadState) => Promise<void>;
}

interface Outcome {
  readonly value: { readonly id: string } & Readonly<Record<string, unknown>>;
}

const analyst: Asker = { identity: 'center', role: 'ANALYST', user: 1 };
const sampler: Asker = { identity: 'center', role: 'SAMPLER', user: 2 };
const officer: Asker = { identity: 'regulator-province', role: 'OFFICER' };
const technician: Asker = { identity: 'lab-1', role: 'TECHNICIAN', user: 1 };
const signatory: Asker = { identity: 'lab-1', role: 'SIGNATORY', user: 3 };
const platform: Asker = { identity: 'platform-1', role: 'OFFICER' };

export function threadState(run: string, samples = 4, listingItemIds: readonly string[] = []): ThreadState {
  return {
    run,
    samples,
    listingItemIds,
    riskIds: [],
    assessmentIds: [],
    reportId: '',
    planId: '',
    purchaseIds: [],
    sampleIds: [],
    commissionId: '',
    inspectionReportIds: [],
    monitoringDataIds: [],
  };
}

/** The thread through four owners: each act by the party, role and user whose act it is. */
export const threadSteps: readonly ThreadStep[] = [
  {
    name: 'the centre takes in risk information',
    run: async (hub, state) => {
      state.riskIds = ids(
        await act(hub, analyst, 'takeInRiskInformation', [1, 2].map((n) => ({
          idempotencyKey: `${state.run}-risk-${n}`,
          channel: 'INTERNET',
          productName: `电热水壶 ${n}`,
          hazardItem: '触电',
          hazardDegree: 'HIGH',
          scope: { units: 1200 * n, countries: ['China'], retailers: ['platform-1'] },
          injuries: { hasInjuries: true, description: '用户触电' },
          observedOn: '2026-03-01',
          sourceRecord: { source: 'journey', key: `${state.run}-${n}`, content: `{"n":${n}}` },
        }))),
      );
    },
  },
  {
    name: 'an analyst assesses it',
    run: async (hub, state) => {
      state.assessmentIds = ids(
        await act(hub, analyst, 'assessRiskInformation', state.riskIds.map((riskInformationId, n) => ({
          idempotencyKey: `${state.run}-assess-${n}`,
          riskInformationId,
          method: 'CONSEQUENCE_LIKELIHOOD_MATRIX',
          hazardDegree: 'HIGH',
          severity: 4,
          probability: 'OVER_1_IN_1000',
          spread: 'COMMON',
          evidence: '多平台多品牌均有投诉',
        }))),
      );
    },
  },
  {
    name: 'and escalates it to the regulator',
    run: async (hub, state) => {
      [state.reportId = ''] = ids(
        await act(hub, analyst, 'escalateAssessment', [
          {
            idempotencyKey: `${state.run}-escalate`,
            assessmentIds: state.assessmentIds,
            title: '电热水壶触电风险评估报告',
            summary: '具有共性问题',
            recommendation: '对电热水壶泄漏电流开展监测',
            submitToId: 'regulator-province',
          },
        ]),
      );
    },
  },
  {
    name: 'the regulator accepts the report',
    run: async (hub, state) => {
      await act(
        hub,
        officer,
        'decideAssessmentReport',
        [{ idempotencyKey: `${state.run}-decide`, reportId: state.reportId, outcome: 'ACCEPTED' }],
        // The report travels by event to the regulator's desk.
        'NOT_FOUND',
      );
    },
  },
  {
    name: 'drafts a plan',
    run: async (hub, state) => {
      [state.planId = ''] = ids(
        await act(hub, officer, 'draftMonitoringPlan', [
          {
            idempotencyKey: `${state.run}-draft`,
            title: '2026年电热水壶网上监测计划',
            nature: 'RISK_MONITORING',
            reportIds: [state.reportId],
            centerId: 'center',
            platformIds: ['platform-1', 'platform-2'],
            deadline: '2099-06-30T18:00:00+08:00',
            budget: { amount: '50000.00' },
            products: [
              {
                categoryCode: '0706',
                name: '电热水壶',
                batches: 30,
                testItems: [
                  { code: 'LEAK', name: '泄漏电流', standardNumber: 'GB 4706.1', standardVersion: '2005', clause: '13' },
                ],
              },
            ],
          },
        ]),
      );
    },
  },
  {
    name: 'and issues it',
    run: async (hub, state) => {
      await act(hub, officer, 'issueMonitoringPlan', [{ idempotencyKey: `${state.run}-issue`, planId: state.planId }]);
    },
  },
  {
    name: 'a sampler buys',
    run: async (hub, state) => {
      const outcomes = await act(
        hub,
        sampler,
        'recordPurchase',
        Array.from({ length: state.samples }, (_, n) => ({
          idempotencyKey: `${state.run}-purchase-${n}`,
          planId: state.planId,
          planProduct: 1,
          platformId: 'platform-1',
          shopName: `小满家电${n}号店`,
          merchantName: '小满日用品商行（演示）',
          merchantUscc: '91330105MA2D00010K',
          sellerRegionCode: '330105',
          productName: '小满电热水壶 1.7L',
          brand: '小满',
          producerName: '之江电器厂（演示）',
          listingItemId: state.listingItemIds[n] ?? `ITEM-${state.run}-${n}`,
          orderNumber: `ORDER-${state.run}-${n}`,
          price: { amount: '89.00' },
          freight: { amount: '0.00' },
          invoiceNumber: `FP-${n}`,
          purchasedAt: '2026-04-01T10:00:00+08:00',
          quantity: 2,
          buyerName: '王小明',
          buyerAccount: 'xiaoming_w',
          buyerAddress: '湖滨市运河区某路1号',
          paymentReference: 'ZF-1',
        })),
        'PLAN_NOT_OPEN',
        'value { id sample { id } }',
      );
      state.purchaseIds = ids(outcomes);
      state.sampleIds = outcomes.map(({ value }) => (value['sample'] as { id: string }).id);
    },
  },
  {
    name: 'the centre commissions a lab',
    run: async (hub, state) => {
      [state.commissionId = ''] = ids(
        await act(hub, analyst, 'commissionInspection', [
          {
            idempotencyKey: `${state.run}-commission`,
            labId: 'lab-1',
            sampleIds: state.sampleIds,
            agreedDueAt: '2099-05-31T18:00:00+08:00',
          },
        ]),
      );
    },
  },
  {
    name: 'the lab accepts',
    run: async (hub, state) => {
      await act(
        hub,
        technician,
        'acceptCommission',
        [{ idempotencyKey: `${state.run}-accept`, commissionId: state.commissionId, answer: 'ACCEPT' }],
        'NOT_FOUND',
      );
    },
  },
  {
    name: 'and issues signed reports',
    run: async (hub, state) => {
      state.inspectionReportIds = ids(
        await act(hub, signatory, 'issueInspectionReport', state.sampleIds.map((sampleId, n) => ({
          idempotencyKey: `${state.run}-report-${n}`,
          commissionId: state.commissionId,
          sampleId,
          number: `QH-${state.run}-${n}`,
          preparedById: 'lab-1.1',
          reviewedById: 'lab-1.2',
          results: [
            {
              itemCode: 'LEAK',
              standardNumber: 'GB 4706.1',
              standardVersion: '2005',
              limitKind: 'MAXIMUM',
              limit: '0.75',
              measured: n === 0 ? '0.91' : '0.20',
              unit: 'mA',
              verdict: n === 0 ? 'NONCONFORMING' : 'CONFORMING',
            },
          ],
        }))),
      );
    },
  },
  {
    name: 'the centre forms monitoring data',
    run: async (hub, state) => {
      state.monitoringDataIds = ids(
        await act(
          hub,
          analyst,
          'compileMonitoringData',
          state.sampleIds.map((sampleId, n) => ({ idempotencyKey: `${state.run}-compile-${n}`, sampleId })),
          'STATE_NOT_POSSIBLE',
        ),
      );
    },
  },
  {
    name: 'and feeds it back',
    run: async (hub, state) => {
      await act(hub, analyst, 'feedBackMonitoringData', state.monitoringDataIds.map((monitoringDataId, n) => ({
        idempotencyKey: `${state.run}-feedback-${n}`,
        monitoringDataId,
      })));
    },
  },
  {
    name: 'the platform acknowledges',
    run: async (hub, state) => {
      await act(
        hub,
        platform,
        'acknowledgeMonitoringData',
        state.monitoringDataIds.map((monitoringDataId, n) => ({
          idempotencyKey: `${state.run}-acknowledge-${n}`,
          monitoringDataId,
        })),
        'NOT_FOUND',
      );
    },
  },
];

/** Does an act whose items must all be done. @param until a refusal that ends by itself when an event has arrived */
async function act(hub: AskedHub, asker: Asker, name: string, items: readonly object[], until?: string, selection?: string): Promise<Outcome[]> {
  const outcomes = await performAct(hub, asker, name, items, { until, ...(selection && { selection }) });
  const refused = outcomes.filter(({ value }) => value === null);
  if (refused.length > 0) throw new Error(`${name} is refused: ${JSON.stringify(refused, null, 1).slice(0, 3000)}`);
  return outcomes as Outcome[];
}

function ids(outcomes: readonly Outcome[]): string[] {
  return outcomes.map(({ value }) => value.id);
}
