import { randomUUID } from 'node:crypto';
import type { Json } from '@hub/kernel/log/event.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { act, analyst, sampler, type Hub } from './acts.js';

/** What the other owners say, and the acts that lead to it, for tests that start in the middle of the process. */
export const leak = { code: 'LEAK', name: '泄漏电流', standardNumber: 'GB 4706.1', standardVersion: '2005', clause: '13' };
export const mark = { code: 'MARK', name: '标志', standardNumber: 'GB 4706.1', standardVersion: '2005', clause: '7' };

/** Of what the tests tell: plans came and orders were given then, and what they are about follows. */
const firstDay = new Date('2026-01-05T02:00:00Z');

export const today = (days = 0) => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

/** The regulator issues a plan to the centre. */
export async function issuedPlan(hub: Hub, changes: object = {}): Promise<string> {
  const id = randomUUID();
  await tell(hub, 'regulator', 'MonitoringPlanIssued', id, {
    id,
    number: `JH-2026-${id.slice(0, 6)}`,
    title: '电热水壶网上监测',
    nature: 'RISK_MONITORING',
    regulatorId: 'regulator-province',
    centerId: 'center',
    platformIds: ['platform-1'],
    products: [
      { position: 1, categoryCode: '0706', name: '电热水壶', batches: 30, testItems: [leak, mark] },
      { position: 2, categoryCode: '0707', name: '电饭锅', batches: 10, testItems: [leak] },
    ],
    deadline: '2099-06-30T10:00:00.000Z',
    feedbackWithin: 'P10D',
    ...changes,
  });
  // Tests speak of days that lie before today: the plan came before them.
  await hub.database.receivedMonitoringPlan.update({ where: { id }, data: { receivedAt: firstDay } });
  return id;
}

/** What a work plan says that lacks nothing. */
export const completeWorkPlan = (changes: object = {}) => ({
  scope: '全省销量前列的电热水壶',
  method: 'SIMULATED_CONSUMPTION',
  platformIds: ['platform-1'],
  samplingFrom: '2026-03-01T00:00:00+08:00',
  samplingUntil: '2099-05-31T00:00:00+08:00',
  receivingPlace: '湖滨市运河区检测路1号样品室',
  samplerIds: ['center.1', 'center.2'],
  labIds: ['lab-1'],
  ...changes,
});

/** A plan is received, and its work plan started. */
export async function startedWorkPlan(hub: Hub, planChanges: object = {}, changes: object = {}): Promise<{ planId: string; workPlanId: string }> {
  const planId = await issuedPlan(hub, planChanges);
  return { planId, workPlanId: await startedWorkPlanOf(hub, planId, changes) };
}

/** The work plan of a plan received is drafted and started. */
export async function startedWorkPlanOf(hub: Hub, planId: string, changes: object = {}): Promise<string> {
  const drafted = await actOn(hub, analyst, 'draftWorkPlan', { planId, ...completeWorkPlan(changes) });
  return (await actOn(hub, analyst, 'startWorkPlan', { workPlanId: drafted.id })).id;
}

/** Orders batches of the plan's first product. */
export async function orderedSampling(hub: Hub, workPlanId: string, changes: object = {}): Promise<string> {
  const order = { workPlanId, planProduct: 1, platformId: 'platform-1', batches: 2, samplerId: 'center.1' };
  const { id } = await actOn(hub, analyst, 'orderSampling', { ...order, ...changes });
  const { ordered } = await hub.database.samplingOrder.findUniqueOrThrow({ where: { id } });
  await hub.database.samplingOrder.update({ where: { id }, data: { ordered: { ...(ordered as object), at: firstDay.toISOString() } } });
  return id;
}

/** Does an act on one item and gives its value. */
export async function actOn(hub: Hub, asker: Parameters<Hub['ask']>[0], name: string, item: object, fields = 'id') {
  const [outcome] = await act(hub, asker, name, [{ idempotencyKey: randomUUID(), ...item }], fields);
  if (!outcome?.value) throw new Error(`${name}: ${JSON.stringify(outcome)}`);
  return outcome.value;
}

/** A lab tells its accreditation. */
export async function recordedScope(hub: Hub, labId: string, items: readonly (typeof leak)[], cma: object = {}): Promise<void> {
  await tell(hub, 'labs', 'LabScopeRecorded', labId, {
    labId,
    cma: { certificateNumber: 'CMA 1', validFrom: today(-100), validUntil: today(), ...cma },
    scope: items.map(({ code, name, standardNumber, standardVersion }) => ({ itemCode: code, itemName: name, standardNumber, standardVersion, site: '杭州' })),
  });
}

/** Orders batches under a plan; its work plan starts with the first order. */
export async function orderedUnder(hub: Hub, planId: string, changes: object = {}): Promise<string> {
  const known = await hub.database.workPlan.findUnique({ where: { planId } });
  return orderedSampling(hub, known?.id ?? (await startedWorkPlanOf(hub, planId)), changes);
}

/** A purchase under an order. Tests buy the same again and again, and give their reason. */
export const purchaseItem = (orderId: string, changes: object = {}) => ({
  idempotencyKey: randomUUID(),
  orderId,
  repeatReason: '同一商品需多批次比对',
  shopName: '小满旗舰店',
  merchantName: '小满日用品商行',
  merchantUscc: '91330105MA2D00010K',
  sellerRegionCode: '330105',
  productName: '小满牌电热水壶 1.5L',
  brand: '小满',
  producerName: '某电器厂',
  producerUscc: '91440300MA5F7YRE78',
  producerRegionCode: '440300',
  listingItemId: 'ITEM-1',
  listingSku: 'SKU-1',
  orderNumber: 'ORDER-20260101',
  price: { amount: '128.50' },
  freight: { amount: '0.00' },
  purchasedAt: '2026-01-20T10:00:00+08:00',
  quantity: 3,
  buyerName: '王小明',
  buyerAccount: 'buyer-007',
  buyerAddress: '湖滨市运河区某路一号',
  paymentReference: 'ALIPAY-4711',
  ...changes,
});

/** The seller that a purchase should have named. */
export const rightSeller = { shopName: '小满家电专营店', merchantName: '湖滨小满家电有限公司', merchantUscc: '91440300MA5F7YRE78', sellerRegionCode: '330106' };

export interface Bought {
  readonly purchaseId: string;
  readonly sampleId: string;
  readonly blindNumber: string;
}

/** Orders batches under a plan and buys them. */
export async function bought(hub: Hub, planId: string, count = 1, changes: object = {}): Promise<Bought[]> {
  const { planProduct = 1, ...content } = changes as { planProduct?: number };
  const orderId = await orderedUnder(hub, planId, { planProduct, batches: count });
  const outcomes = await act(hub, sampler, 'recordPurchase', Array.from({ length: count }, () => purchaseItem(orderId, content)), 'id sample { id blindNumber }');
  return outcomes.map(({ value, refusal }) => {
    if (refusal) throw new Error(JSON.stringify(refusal));
    const sample = value['sample'] as { id: string; blindNumber: string };
    return { purchaseId: value.id, sampleId: sample.id, blindNumber: sample.blindNumber };
  });
}

/** Commissions a lab with samples. */
export async function commissioned(hub: Hub, labId: string, sampleIds: readonly string[], changes: object = {}) {
  const [outcome] = await act(hub, analyst, 'commissionInspection', [
    { idempotencyKey: randomUUID(), labId, sampleIds, agreedDueAt: '2099-01-01T00:00:00+08:00', ...changes },
  ]);
  if (!outcome?.value) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

/** What a lab tells of a report on a sample, unless the changes say otherwise. */
export function toldReport(labId: string, commissionId: string, sampleId: string, changes: object = {}) {
  const reportId = randomUUID();
  const result = { itemCode: 'LEAK', itemName: '泄漏电流', standardNumber: 'GB 4706.1', standardVersion: '2005', clause: '13', limitKind: 'MAXIMUM', limit: '0.75', measured: '1.20', unit: 'mA', verdict: 'NONCONFORMING' };
  return {
    reportId,
    document: reportId,
    version: 1,
    commissionId,
    sampleId,
    labId,
    number: `BG-${reportId.slice(0, 6)}`,
    conclusion: 'NONCONFORMING',
    results: [result, { ...result, itemCode: 'MARK', itemName: '标志', measured: '齐全', limit: '齐全', limitKind: 'TEXT', unit: null, verdict: 'CONFORMING' }],
    issuedAt: '2026-02-20T02:00:00.000Z',
    complete: true,
    ...changes,
  };
}

/** A lab issues its report on a sample. */
export async function reported(hub: Hub, labId: string, commissionId: string, sampleId: string, changes: object = {}): Promise<string> {
  const told = toldReport(labId, commissionId, sampleId, changes);
  await tell(hub, 'labs', 'InspectionReportIssued', told.reportId, told);
  return told.reportId;
}

/** Lets another owner say something, and waits until the centre has taken it in. */
export async function tell(hub: Hub, source: string, kind: string, subjectId: string, payload: { readonly [field: string]: Json }): Promise<void> {
  const id = hub.others.say({ kind, subjectType: 'Subject', subjectId, payload });
  await eventually(
    () => hub.database.$queryRaw<unknown[]>`SELECT 1 FROM kernel.inbox_event WHERE source = ${source} AND event_id = ${id}::uuid`,
    (rows) => rows.length === 1,
  );
}
