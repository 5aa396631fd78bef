import { cast } from '../cast.js';
import { that } from '../matching.js';
import type { Found, Step } from '../step.js';
import type { Story } from '../story.js';
import { evidenceFile } from './evidence-file.js';
import { repeated, targets, type Target } from './targets.js';

const purchaseReads = 'number state productName price { amount currency } boughtById sample { __typename id number }';

/** Thirty purchases in one call by three samplers; no merchant, brand or producer twice without a reason (5.2.2). */
export const purchaseSteps: readonly Step[] = [
  {
    key: 'record-purchases',
    title: { zh: '登记购样三十批，其中一批重复', en: 'records thirty purchases of three samplers in one call, one of them a repeat' },
    by: cast.sampler,
    act: {
      name: 'recordPurchase',
      items: (story, at) => targets.map((target, n) => purchaseOf(story, target, n, at)),
      refused: () => ({ [repeated]: 'REPEATED_UNDER_PLAN' }),
      reads: purchaseReads,
      keeps: (story, made) => {
        story.purchaseIds = made.map((purchase) => purchase?.id ?? '');
        story.sampleIds = made.map((purchase) => sampleOf(purchase));
      },
      tells: tellPurchases,
    },
    checks: [
      {
        by: cast.officer,
        query: 'query ($plan: ID!) { purchases(first: 1, filter: { planId: $plan }) { totalCount nodes { number buyerName } } }',
        variables: ({ planId }) => ({ plan: planId }),
        finds: () => ({ purchases: { totalCount: targets.length - 1 } }),
      },
    ],
  },
  {
    key: 'repeat-with-reason',
    title: { zh: '说明理由后登记该批购样', en: 'records the repeat with its reason, which the regulator sees' },
    by: cast.sampler,
    act: {
      name: 'recordPurchase',
      items: (story, at) => [{ ...purchaseOf(story, targets[repeated] as Target, repeated, at), repeatReason: '同一生产者的另一型号，投诉同样集中。' }],
      reads: purchaseReads,
      keeps: (story, [purchase]) => {
        story.purchaseIds[repeated] = purchase?.id ?? '';
        story.sampleIds[repeated] = sampleOf(purchase ?? null);
      },
      tells: tellPurchases,
    },
    checks: [
      {
        by: cast.officer,
        query: 'query ($id: ID!) { purchase(id: $id) { repeatReason repeats { identity name number } } samplingOrders(first: 100, filter: { state: ORDERED }) { nodes { id } } }',
        variables: ({ purchaseIds }) => ({ id: purchaseIds[repeated] }),
        finds: ({ orderIds }) => ({
          purchase: { repeatReason: that<string>('the reason', (reason) => reason.includes('另一型号')), repeats: that<unknown[]>('what it repeats', ({ length }) => length > 0) },
          samplingOrders: { nodes: that<{ id: string }[]>('no order of this run', (nodes) => !nodes.some(({ id }) => orderIds.includes(id))) },
        }),
        tells: (data) => (data as { purchase: { repeats: { identity: string; name: string; number: string }[] } }).purchase.repeats.map(({ identity, name, number }) => `repeats ${identity} ${name} of ${number}`),
      },
    ],
  },
];

/** What a sampler notes of a purchase. */
export function purchaseOf(story: Story, target: Target, n: number, at: string, orderId = story.orderIds[target.sampler - 1]): object {
  const { product: _product, platformId: _platformId, sampler, ...bought } = target;
  return {
    ...bought,
    orderId,
    boughtById: `center.${sampler}`,
    listingSnapshotHash: `sha-256:${n.toString(16).padStart(64, '0')}`,
    orderNumber: `${at.replaceAll(/\D/g, '').slice(0, 14)}${String(n + 1).padStart(3, '0')}`,
    freight: { amount: '0.00' },
    invoiceNumber: `FP${String(n + 1).padStart(6, '0')}`,
    purchasedAt: at,
    quantity: 3,
    buyerName: ['王小明', '李秋', '陈一帆'][sampler - 1],
    buyerAccount: `buyer_${sampler}`,
    buyerAddress: '湖滨市运河区某路1号',
    paymentReference: `ZF-${n + 1}`,
    screenshots: [evidenceFile(`order-${n + 1}.png`, 'image/png')],
  };
}

export function sampleOf(purchase: Found | null): string {
  return (purchase?.['sample'] as { id: string } | undefined)?.id ?? '';
}

function tellPurchases(made: readonly Found[]): string[] {
  const line = ({ number, productName, price, boughtById, sample }: Found) => {
    const { amount, currency } = price as { amount: string; currency: string };
    return [number, productName, `${amount} ${currency}`, boughtById, `sample ${String((sample as Found)['number'])}`].join('  ');
  };
  return made.map(line);
}
