import { randomUUID } from 'node:crypto';
import { hashInput } from '@hub/kernel/acts/act-receipt.js';
import { recordStatements } from '@hub/prisma/clients/record-statements.js';
import { dumpOf, toldIn } from '@hub/kernel/testing/dump-of.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { planAmongMany } from '@hub/kernel/testing/plan-among-many.js';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buyerKeepingOf } from '../src/buyers/buyer-keeping-of.js';
import { expireBuyers } from '../src/repository/expire-buyers.js';
import { sealBuyersOfBefore } from '../src/repository/seal-buyers-of-before.js';
import { monitoringCenterService } from '../src/service.js';
import { act, analyst, sampler, type Hub } from './acts.js';
import { issuedPlan, orderedUnder, purchaseItem } from './thread.js';

let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
});
afterAll(() => hub.close());

const who = { buyerName: '欧阳采薇', buyerAccount: 'caiwei_1987', buyerAddress: '杭州市某某路 8 号 2 幢', paymentReference: 'ZF-20260120-4711' };
const nobody = { buyerName: null, buyerAccount: null, buyerAddress: null, paymentReference: null };
const fields = `id ${Object.keys(who).join(' ')} buyerRecord { keptUntil contentHash erased { userId role } erasureReason }`;
type Bought = Readonly<Record<string, unknown>> & { readonly id: string; readonly buyerRecord: { readonly contentHash: string; readonly keptUntil: string | null } };

let orderId: Promise<string> | undefined;
const order = () => (orderId ??= issuedPlan(hub).then((planId) => orderedUnder(hub, planId, { batches: 30 })));
const buy = async (changes: object = {}) => {
  const [outcome] = await act(hub, sampler, 'recordPurchase', [purchaseItem(await order(), { ...who, listingItemId: randomUUID(), ...changes })], fields);
  expect(outcome?.refusal).toBeNull();
  return outcome?.value as unknown as Bought;
};
const erase = async (purchaseId: string, reason = '本人书面要求') => (await act(hub, analyst, 'eraseBuyer', [{ idempotencyKey: randomUUID(), purchaseId, reason }], 'id'))[0]!;
const read = async (id: string) => (await hub.ask<{ purchase: Bought }>(sampler, `query ($id: ID!) { purchase(id: $id) { ${fields} } }`, { id })).data.purchase;
const boughtBy = async (buyerAccount: string) =>
  (await hub.ask<{ purchases: { totalCount: number } }>(sampler, 'query ($filter: PurchaseFilter) { purchases(filter: $filter) { totalCount } }', { filter: { buyerAccount } })).data.purchases.totalCount;
const rowOf = (id: string) => hub.database.purchase.findUniqueOrThrow({ where: { id } });
const sealedIn = ({ buyerId, sealedBuyer }: Awaited<ReturnType<typeof rowOf>>) => ({ personId: buyerId ?? '', sealed: sealedBuyer ?? '' });

describe('who bought (采样账号, 5.2.2)', () => {
  it('stands in no table in the clear, is told on the terms as before, and is found by the account', async () => {
    const { id, buyerRecord, ...told } = await buy();
    expect(told).toMatchObject(who);
    expect(buyerRecord).toMatchObject({ contentHash: expect.stringMatching(/^sha-256:[0-9a-f]{64}$/), erased: null, erasureReason: null });
    const text = await dumpOf(hub.database);
    expect(text).toContain(id);
    expect(toldIn(text, Object.values(who))).toEqual([]);
    expect([await boughtBy(who.buyerAccount), await boughtBy('caiwei')]).toEqual([1, 0]);
    const masked = (await hub.ask('regulator-province', 'query ($id: ID!) { purchase(id: $id) { buyerName buyerAccount buyerAddress paymentReference } }', { id })).data;
    expect(masked).toEqual({ purchase: { buyerName: '欧***薇', buyerAccount: 'c***7', buyerAddress: '杭***幢', paymentReference: null } });
  });

  it('is one person for all that is bought under one account at one platform, however many record it at once', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, (_each, n) => buy({ buyerAccount: 'shared_account', buyerAddress: `湖滨市 ${n} 号` })));
    const rows = await Promise.all(all.map(({ id }) => rowOf(id)));
    expect(new Set(rows.map(({ buyerId }) => buyerId)).size).toBe(1);
    expect((await Promise.all(all.map(({ id }) => read(id)))).map(({ buyerAddress }) => buyerAddress)).toEqual(all.map((_each, n) => `湖滨市 ${n} 号`));
    expect(await boughtBy('shared_account')).toBe(6);
    const keep = (at: string) => inUnitOfWork(hub.database, { owner: 'monitoring-center', at: new Date(), actor: null, causedBy: [] }, (unit) =>
      buyerKeepingOf(hub.environment).keep(unit, [{ holder: 'center', known: { at, by: 'shared_account' }, content: { name: 'n', account: 'shared_account', address: 'a', paymentReference: null } }]));
    expect((await keep('platform-1'))[0]?.personId).toBe(rows[0]?.buyerId);
    expect((await keep('platform-2'))[0]?.personId).not.toBe(rows[0]?.buyerId);
  });

  it('is known again by a receipt of which nobody could tell by a guess', async () => {
    const item = purchaseItem(await order(), { ...who, listingItemId: randomUUID() });
    const [first] = await act(hub, sampler, 'recordPurchase', [item], 'id');
    const [again] = await act(hub, sampler, 'recordPurchase', [item], 'id');
    expect([first?.refusal, again?.value?.['id']]).toEqual([null, first?.value?.['id']]);
    const [other] = await act(hub, sampler, 'recordPurchase', [{ ...item, buyerName: '别人' }], 'id');
    expect(other?.refusal).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    const receipts = await hub.database.$queryRaw<{ input_hash: string }[]>`SELECT input_hash FROM kernel.act_receipt WHERE idempotency_key = ${item.idempotencyKey}`;
    const asTaken = { ...item, screenshots: [], price: { currency: 'CNY', ...item.price }, freight: { currency: 'CNY', ...item.freight } };
    const { buyerName, buyerAccount, buyerAddress, paymentReference, ...rest } = { ...asTaken, ...who };
    const buyer = await buyerKeepingOf(hub.environment).hash({ buyerName, buyerAccount, buyerAddress, paymentReference });
    const taken = (more: object) => hashInput({ ...rest, purchasedAt: new Date(item.purchasedAt), ...more });
    expect(receipts.map(({ input_hash }) => input_hash)).toEqual([taken({ buyer })]);
    expect(await dumpOf(hub.database)).not.toContain(taken(who));
    // A version before knew it by a hash of all of it: what was sent to that, and is sent again after the upgrade, is answered as then.
    await hub.database.$executeRaw`UPDATE kernel.act_receipt SET input_hash = ${taken(who)} WHERE idempotency_key = ${item.idempotencyKey}`;
    const [after, changed] = [await act(hub, sampler, 'recordPurchase', [item], 'id'), await act(hub, sampler, 'recordPurchase', [{ ...item, buyerName: '别人' }], 'id')];
    expect([after[0]?.value?.['id'], changed[0]?.refusal]).toMatchObject([first?.value?.['id'], { code: 'IDEMPOTENCY_KEY_REUSED' }]);
  });
});

describe('erasure of a buyer (删除个人信息, 5.4.3 d)', () => {
  it('on request takes all that was bought under the account: the key goes, hash, act and reason remain, and no copy opens', async () => {
    const account = { buyerAccount: 'to_be_erased' };
    const [one, two, other] = [await buy(account), await buy(account), await buy()];
    const before = await rowOf(one.id);
    const hash = (await read(one.id)).buyerRecord.contentHash;
    expect((await erase(one.id)).refusal).toBeNull();
    for (const { id } of [one, two]) {
      expect(await read(id)).toEqual({ id, ...nobody, buyerRecord: { keptUntil: null, contentHash: hash, erased: { userId: 'center.1', role: 'ANALYST' }, erasureReason: '本人书面要求' } });
    }
    expect(await read(other.id)).toMatchObject(who);
    expect(await boughtBy('to_be_erased')).toBe(0);
    // Who kept a copy of the row has the hub's key too, and nothing to open it with.
    const buyers = buyerKeepingOf(hub.environment);
    expect(await buyers.open(hub.database, [sealedIn(before)])).toEqual([undefined]);
    expect(await dumpOf(hub.database)).not.toContain(before.sealedBuyer);
    expect((await erase(two.id)).refusal).toMatchObject({ code: 'NOTHING_CHANGED', field: 'purchaseId' });
    // Who buys again under the account is kept anew, and what was erased stays so.
    const anew = await buy(account);
    expect([await read(anew.id), await read(one.id)]).toMatchObject([{ buyerAccount: 'to_be_erased', buyerRecord: { erased: null } }, nobody]);
    expect(await boughtBy('to_be_erased')).toBe(1);
  });

  it('comes by itself six years after the last purchase under the account', async () => {
    const [used, over] = [await buy({ buyerAccount: 'used' }), await buy({ buyerAccount: 'over' })];
    const until = new Date(over.buyerRecord.keptUntil ?? 0);
    const days = (until.getTime() - Date.now()) / 86_400_000;
    expect([days > 2191, days <= 2192]).toEqual([true, true]);
    await buy({ buyerAccount: 'used' });
    const sweep = (at: Date) => inUnitOfWork(hub.database, { owner: 'monitoring-center', at, actor: null, causedBy: [] }, (unit) => expireBuyers(unit, buyerKeepingOf(hub.environment)));
    await sweep(new Date(until.getTime() - 1));
    expect(await read(over.id)).toMatchObject({ buyerAccount: 'over' });
    expect(await sweep(until)).toBe(false);
    expect(await rowOf(over.id)).toMatchObject({ sealedBuyer: null });
    expect(await read(over.id)).toMatchObject({ ...nobody, buyerRecord: { keptUntil: null, erased: { userId: 'service:monitoring-center' }, erasureReason: null } });
    expect(await read(used.id)).toMatchObject({ buyerAccount: 'used' });
  });

  it('reaches what a version before kept in the clear, which is encrypted before anybody is served, while this one runs, or with the erasure', async () => {
    const ofBefore = { buyerNameOfBefore: '上官旧版', buyerAccountOfBefore: 'old_account', buyerAddressOfBefore: '旧地址一号', paymentReferenceOfBefore: 'JIU-1', buyerId: null, sealedBuyer: null };
    const purchases = await Promise.all([1, 2, 3, 4].map((n) => buy({ buyerAccount: `of_before_${n}` })));
    const asBefore = (ids: readonly string[]) => hub.database.purchase.updateMany({ where: { id: { in: [...ids] } }, data: ofBefore });
    const told = async () => toldIn(await dumpOf(hub.database), ['上官旧版', 'old_account', '旧地址一号', 'JIU-1']);
    await asBefore([purchases[0]!.id]);
    expect(await told()).toHaveLength(4);
    await monitoringCenterService.prepare?.(hub.database, hub.environment);
    expect(await told()).toEqual([]);
    // As a process of the version before does that runs beside this one.
    await hub.restart({ PERSONAL_SWEEP_SECONDS: '0.1' });
    await asBefore([purchases[3]!.id]);
    expect(await eventually(told, (words) => words.length === 0)).toEqual([]);
    await hub.restart();
    expect(await read(purchases[0]!.id)).toMatchObject({ buyerName: '上官旧版', buyerAccount: 'old_account', buyerAddress: '旧地址一号', paymentReference: 'JIU-1' });
    await asBefore(purchases.slice(1, 3).map(({ id }) => id));
    expect((await erase(purchases[1]!.id)).refusal).toBeNull();
    for (const { id } of purchases) expect(await read(id)).toMatchObject(nobody);
    expect(await told()).toEqual([]);
  });

  it('finds what a version before kept in the clear by an index, however many purchases there are', async () => {
    const { statements } = await recordStatements(() => inUnitOfWork(hub.database, { owner: 'monitoring-center', at: new Date(), actor: null, causedBy: [] }, (unit) => sealBuyersOfBefore(unit, buyerKeepingOf(hub.environment))));
    expect(await planAmongMany(hub.database, 'purchase', ['number'], statements.find(({ sql }) => sql.includes('FROM purchase')))).toContain('purchase_of_before_idx');
  });
});
