import type { Asker } from '../asking/asked-hub.js';
import { idsOf, type Made, type ThreadStep } from './thread-step.js';
import type { ThreadState } from './thread-state.js';
import { timeOf } from './time-of.js';

const analyst: Asker = { identity: 'center', role: 'ANALYST', user: 1 };
const sampler: Asker = { identity: 'center', role: 'SAMPLER', user: 2 };
const storekeeper: Asker = { identity: 'center', role: 'STOREKEEPER', user: 3 };
const photo = { hash: `sha-256:${'5'.repeat(64)}`, size: 48_211, mediaType: 'image/jpeg' };

/** From the work plan to samples that lie sealed in the warehouse. */
export const toTheWarehouse: readonly ThreadStep[] = [
  {
    name: 'the centre drafts a work plan',
    by: analyst,
    act: 'draftWorkPlan',
    items: (state) => [
      {
        planId: state.planId,
        scope: '电热水壶',
        method: 'SIMULATED_CONSUMPTION',
        platformIds: ['platform-1'],
        samplingFrom: timeOf(state, 'draftWorkPlan'),
        samplingUntil: '2099-04-30T18:00:00+08:00',
        receivingPlace: '样品库',
        samplerIds: ['center.2'],
        labIds: ['lab-1'],
      },
    ],
    // The plan travels by event to the centre.
    until: 'PLAN_NOT_OPEN',
    keeps: (state, [workPlan]) => {
      state.workPlanId = workPlan?.id ?? '';
    },
    sends: false,
  },
  { name: 'starts it', by: analyst, act: 'startWorkPlan', items: ({ workPlanId }) => [{ workPlanId }], sends: false },
  {
    name: 'and orders samples',
    by: analyst,
    act: 'orderSampling',
    items: ({ workPlanId, samples }) => [{ workPlanId, planProduct: 1, platformId: 'platform-1', batches: samples, samplerId: 'center.2' }],
    keeps: (state, [order]) => {
      state.orderId = order?.id ?? '';
    },
    sends: false,
  },
  {
    name: 'a sampler buys',
    by: sampler,
    act: 'recordPurchase',
    items: (state) =>
      Array.from({ length: state.samples }, (_, n) => ({
        orderId: state.orderId,
        ...(n > 0 && { repeatReason: '同一店铺的不同批次' }),
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
        purchasedAt: timeOf(state, 'recordPurchase'),
        quantity: 2,
        buyerName: '王小明',
        buyerAccount: 'xiaoming_w',
        buyerAddress: '湖滨市运河区某路1号',
        paymentReference: 'ZF-1',
      })),
    reads: 'sample { id }',
    keeps: (state, made) => {
      state.purchaseIds = idsOf(made);
      state.sampleIds = made.map(({ sample }) => (sample as Made).id);
    },
    sends: false,
  },
  ofSamples('confirms what came', sampler, 'confirmSample', () => ({ photos: [photo], quantity: 2 })),
  ofSamples('sends it to the warehouse', sampler, 'shipSample', (n, at) => ({ carrier: '顺达', waybill: `SD-${n}`, shippedAt: at })),
  ofSamples('a storekeeper receives it', storekeeper, 'receiveSample', (_n, at) => ({ receivedAt: at, condition: '包装完好' })),
  ofSamples('verifies it', storekeeper, 'verifySample', () => ({ meets: true })),
  ofSamples('registers it', storekeeper, 'registerSample', () => ({})),
  {
    ...ofSamples('preserves evidence', storekeeper, 'preserveEvidence', (_n, at) => ({ kind: 'PHOTO', files: [photo], takenAt: at })),
    keeps: (state, made) => {
      state.evidenceIds = idsOf(made);
    },
  },
  ofSamples('and puts it into the warehouse', storekeeper, 'warehouseSample', (n, _at, run) => ({ place: `A-${n}`, sealNumber: `FQ-${run}-${n}`, quantityForTest: 1, quantityRetained: 1 })),
];

function ofSamples(name: string, by: Asker, act: string, item: (n: number, at: string, run: string) => object): ThreadStep {
  const items = (state: ThreadState) => state.sampleIds.map((sampleId, n) => ({ sampleId, ...item(n, timeOf(state, act), state.run) }));
  return { name, by, act, items, sends: false };
}
