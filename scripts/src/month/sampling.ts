import type { Made, Month, Order, Sample } from './month.js';
import { storekeepers } from './parties.js';
import { labOf } from './planning.js';
import { inTurn, sharesOf, workedOff, type Work } from './tasks.js';

const photo = { hash: `sha-256:${'5'.repeat(64)}`, size: 48_211, mediaType: 'image/jpeg' };
const now = () => new Date().toISOString();
export const paid = { price: '89.00', freight: '6.00' } as const;

/** The first of each order is sold by a merchant and made by an enterprise that have accounts; of the others nobody has one. */
export const sellerOf = ({ place, mark }: Pick<Sample, 'place' | 'mark'>) =>
  place === 0
    ? { shopName: '小满日用旗舰店', merchantName: '小满日用品商行（演示）', merchantUscc: '91330105MA2D00010K', sellerRegionCode: '330105' }
    : { shopName: `${mark}号小店`, merchantName: `${mark}号店主`, sellerRegionCode: '330106' };
const maker = { producerName: '晴川电器制造有限公司（演示）', producerUscc: '91330108MA2E00011L', producerRegionCode: '330108' };

/** What is yet to be bought upon orders; the first two of each order fail. */
export function toBuy(month: Month, orders: readonly Order[]): Sample[] {
  return orders.flatMap((order) => Array.from({ length: order.batches }, (_, place) => newSample(month, order, place, place < 2)));
}

export function newSample(month: Month, order: Order, place: number, fails: boolean): Sample {
  const ids = { purchaseId: '', sampleId: '', commissionId: '', receiptId: '', reportId: '', dataId: '' };
  return { order, place, fails, mark: month.nextMark(), lab: labOf(order), ...ids };
}

export function purchaseOf({ order, place, mark }: Sample): object {
  return {
    ...{ orderId: order.id, productName: order.planProduct === 1 ? `${mark}型电热水壶` : `${mark}款儿童连帽衫`, ...sellerOf({ place, mark }), ...(place === 0 && maker) },
    ...{ listingItemId: `ITEM-${mark}`, orderNumber: `ORDER-${mark}`, price: { amount: paid.price }, freight: { amount: paid.freight }, purchasedAt: now(), quantity: 2 },
    ...{ buyerName: '王小明', buyerAccount: 'xiaoming_w', buyerAddress: '湖滨市运河区某路1号', paymentReference: `ZF-${mark}`, repeatReason: '同一电商的不同批次' },
  };
}

/** Samplers buy what they were ordered to, under the task of each order (5.2.2). */
export async function buy(month: Month, samples: readonly Sample[]): Promise<void> {
  const orders = [...new Set(samples.map(({ order }) => order))];
  const of = (order: Order) => samples.filter((sample) => sample.order === order);
  const made = await workedOff(month, 'BuySamples', orders, {
    on: ({ id }) => id,
    by: ({ sampler }) => sampler,
    act: 'recordPurchase',
    items: (order) => of(order).map(purchaseOf),
    reads: 'sample { id }',
  });
  for (const [index, order] of orders.entries()) of(order).forEach((sample, n) => note(sample, made[index]?.[n]));
}

function note(sample: Sample, purchase: Made | undefined): void {
  sample.purchaseId = purchase?.id ?? '';
  sample.sampleId = (purchase?.['sample'] as Made | undefined)?.id ?? '';
}

/** An act under no task of its own: each colleague does it on a share of the samples. */
async function each(month: Month, samples: readonly Sample[], by: Work<Sample>['by'], act: string, item: (sample: Sample) => object): Promise<void> {
  const done = ({ colleague, share }: ReturnType<typeof sharesOf<Sample>>[number]) => month.done(colleague, act, share.map((sample) => ({ sampleId: sample.sampleId, ...item(sample) })));
  await Promise.all(sharesOf(samples, by).map(done));
}
const itsSampler = ({ order }: Sample) => order.sampler;
const on = ({ sampleId }: Sample) => sampleId;
const byStorekeepers = (act: string, item: (sample: Sample) => object): Work<Sample> => ({ on, by: inTurn(storekeepers), act, items: (sample) => [{ sampleId: sample.sampleId, ...item(sample) }] });

/** Each sampler confirms what came and ships it (5.2.3). */
export async function confirm(month: Month, samples: readonly Sample[]): Promise<void> {
  await each(month, samples, itsSampler, 'confirmSample', () => ({ photos: [photo], quantity: 2 }));
}
export const shipment = ({ mark }: Sample) => ({ carrier: '顺达', waybill: `SD-${mark}`, shippedAt: now() });
export async function ship(month: Month, samples: readonly Sample[]): Promise<void> {
  await workedOff(month, 'ShipSample', samples, { on, by: itsSampler, act: 'shipSample', items: (sample) => [{ sampleId: sample.sampleId, ...shipment(sample) }] });
}

/** Storekeepers receive, verify, register, preserve evidence, and put into the warehouse (5.2.4). */
export async function receive(month: Month, samples: readonly Sample[]): Promise<void> {
  await each(month, samples, inTurn(storekeepers), 'receiveSample', () => ({ receivedAt: now(), condition: '包装完好' }));
}
export async function verify(month: Month, samples: readonly Sample[], colleagues = storekeepers): Promise<void> {
  await workedOff(month, 'VerifySample', samples, { ...byStorekeepers('verifySample', () => ({ meets: true })), by: inTurn(colleagues) });
}
export async function register(month: Month, samples: readonly Sample[]): Promise<void> {
  await each(month, samples, inTurn(storekeepers), 'registerSample', () => ({}));
}
export async function preserve(month: Month, samples: readonly Sample[]): Promise<void> {
  await each(month, samples, inTurn(storekeepers), 'preserveEvidence', () => ({ kind: 'PHOTO', files: [photo], takenAt: now() }));
}
export async function warehouse(month: Month, samples: readonly Sample[]): Promise<void> {
  await workedOff(month, 'WarehouseSample', samples, byStorekeepers('warehouseSample', ({ mark }) => ({ place: `A-${mark}`, sealNumber: `FQ-${mark}`, quantityForTest: 1, quantityRetained: 1 })));
}

/** All the way from the purchase to the warehouse. */
export async function bringToWarehouse(month: Month, samples: readonly Sample[]): Promise<void> {
  for (const step of [buy, confirm, ship, receive, verify, register, preserve, warehouse]) await step(month, samples);
}
