import type { Asker } from '../../asking/asked-hub.js';
import { cast } from '../cast.js';
import type { Found, Step, Title } from '../step.js';
import type { Story } from '../story.js';
import { evidenceFile } from './evidence-file.js';
import { purchaseOf, sampleOf } from './purchase.js';
import { rejected, replacement, targets } from './targets.js';

/** From the parcel to the sealed place in the warehouse, and the one that does not meet the requirements (5.2.3, 5.2.4). */
export const sampleSteps: readonly Step[] = [
  all('confirm', { zh: '确认样品', en: 'confirms what came: photos, batch, quantity' }, cast.sampler, 'confirmSample', confirmed),
  all('ship', { zh: '寄送样品', en: 'sends the samples to the named place' }, cast.sampler, 'shipSample', shipped),
  all('receive', { zh: '收样', en: 'receives the parcels' }, cast.storekeeper, 'receiveSample', received),
  {
    ...all('verify', { zh: '核查样品，一件不符合要求', en: 'holds them against the plan: one does not meet it' }, cast.storekeeper, 'verifySample', (n) =>
      n === rejected ? { meets: false, reasons: '标签为成人尺码，不属于计划中的儿童服装。' } : { meets: true },
    ),
  },
  {
    key: 'return-sample',
    title: { zh: '退货', en: 'gives the rejected one back, with its refund' },
    by: cast.sampler,
    act: {
      name: 'returnSample',
      items: ({ sampleIds }) => [{ sampleId: sampleIds[rejected], reason: '不符合计划要求', refund: { amount: targets[rejected]?.price.amount }, carrier: '顺达', waybill: 'SD-R-1' }],
      reads: 'number state',
    },
  },
  {
    key: 'order-replacement',
    title: { zh: '下达补样任务', en: 'orders another in its place' },
    by: cast.analyst,
    act: {
      name: 'orderReplacementSample',
      items: ({ sampleIds }) => [{ sampleId: sampleIds[rejected], samplerId: 'center.3', reason: '原样品不符合要求' }],
      reads: 'number state replaces { number }',
      keeps: (story, [order]) => {
        story.replacementOrderId = order?.id ?? '';
      },
      tells: ([order]) => [`${String(order?.['number'])}  ${String(order?.['state'])}  in place of ${(order?.['replaces'] as { number: string } | null)?.number ?? 'nothing'}`],
    },
  },
  {
    key: 'buy-replacement',
    title: { zh: '登记补样的购样', en: 'records the purchase of the replacement' },
    by: cast.sampler,
    act: {
      name: 'recordPurchase',
      items: (story, at) => [purchaseOf(story, replacement, 30, at, story.replacementOrderId)],
      reads: 'number state sample { __typename id number }',
      // From here on it stands where the rejected one stood.
      keeps: (story, [purchase]) => {
        story.rejectedSampleId = story.sampleIds[rejected] ?? '';
        story.sampleIds[rejected] = sampleOf(purchase ?? null);
      },
    },
  },
  one('confirm-replacement', { zh: '确认补样', en: 'confirms the replacement' }, cast.sampler, 'confirmSample', confirmed),
  one('ship-replacement', { zh: '寄送补样', en: 'sends it' }, cast.sampler, 'shipSample', shipped),
  one('receive-replacement', { zh: '收到补样', en: 'receives it' }, cast.storekeeper, 'receiveSample', received),
  one('verify-replacement', { zh: '核查补样', en: 'finds that it meets the plan' }, cast.storekeeper, 'verifySample', () => ({ meets: true })),
  all('register', { zh: '登记样品', en: 'registers thirty samples' }, cast.storekeeper, 'registerSample', () => ({})),
  {
    key: 'warehouse-without-evidence',
    title: { zh: '试图未经存证即入库', en: 'tries to put one into the warehouse before evidence is preserved' },
    by: cast.storekeeper,
    act: { name: 'warehouseSample', items: (story, at) => [{ sampleId: story.sampleIds[0], ...warehoused(0, at, story) }], refused: () => ({ 0: 'EVIDENCE_MISSING' }) },
  },
  {
    key: 'preserve-evidence',
    title: { zh: '取证存证', en: 'preserves evidence of each, hashed and chained' },
    by: cast.storekeeper,
    act: {
      name: 'preserveEvidence',
      items: ({ sampleIds }, at) => sampleIds.map((sampleId, n) => ({ sampleId, kind: 'PHOTO', files: [evidenceFile(`sample-${n + 1}.jpg`)], takenAt: at })),
      reads: 'sequence chainHash',
      tells: (made) => made.map(({ sequence, chainHash }) => `entry ${String(sequence)}  ${String(chainHash).slice(0, 32)}…`),
    },
    checks: [
      {
        by: cast.storekeeper,
        query: '{ evidenceChain { length head brokenAt } }',
        finds: () => ({ evidenceChain: { brokenAt: null } }),
        tells: (data) => {
          const { length, head } = (data as { evidenceChain: { length: number; head: string } }).evidenceChain;
          return [`the chain of ${length} entries is whole, head ${head.slice(0, 32)}…`];
        },
      },
    ],
  },
  all('warehouse', { zh: '入库', en: 'seals them and puts them into the warehouse' }, cast.storekeeper, 'warehouseSample', warehoused),
];

function confirmed(n: number): object {
  return { photos: [evidenceFile(`parcel-${n + 1}.jpg`)], batchNumber: `PH-${n + 1}`, quantity: 3, productionDate: '2026-02-10' };
}

function shipped(n: number, at: string): object {
  return { carrier: '顺达', waybill: `SD-${n + 1}`, shippedAt: at };
}

function received(_n: number, at: string): object {
  return { receivedAt: at, condition: '包装完好' };
}

function warehoused(n: number, _at: string, { run }: Story): object {
  return { place: `A-${String(n + 1).padStart(2, '0')}`, sealNumber: sealOf(run, n), quantityForTest: 2, quantityRetained: 1 };
}

/** The seal (封签号) that a sample bears from the warehouse to the lab. */
export function sealOf(run: string, n: number): string {
  return `FQ-${run}-${String(n + 1).padStart(4, '0')}`;
}

type Item = (n: number, at: string, story: Story) => object;

/** An act on every sample in hand. */
function all(key: string, title: Title, by: Asker, act: string, item: Item): Step {
  return onSamples(key, title, by, act, item, ({ sampleIds }) => sampleIds.map((sampleId, n) => ({ sampleId, n })));
}

/** An act on the replacement alone. */
function one(key: string, title: Title, by: Asker, act: string, item: Item): Step {
  return onSamples(key, title, by, act, item, ({ sampleIds }) => [{ sampleId: sampleIds[rejected] ?? '', n: rejected }]);
}

function onSamples(key: string, title: Title, by: Asker, name: string, item: Item, which: (story: Story) => { sampleId: string; n: number }[]): Step {
  const items = (story: Story, at: string) => which(story).map(({ sampleId, n }) => ({ sampleId, ...item(n, at, story) }));
  return { key, title, by, act: { name, items, reads: 'number state', tells: (made: readonly Found[]) => [`${made.length} of them ${String(made[0]?.['state'])}`, ...unlike(made)] } };
}

/** Those whose state is another than the first's. */
function unlike(made: readonly Found[]): string[] {
  return made.filter(({ state }) => state !== made[0]?.['state']).map(({ number, state }) => `${String(number)}  ${String(state)}`);
}
