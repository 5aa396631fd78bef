import { randomUUID } from 'node:crypto';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monitoringCenterService } from '../src/service.js';
import { act, analyst, sampler, type Hub } from './acts.js';
import { warehoused } from './sample-steps.js';
import { actOn, bought, commissioned, issuedPlan, leak, mark, purchaseItem, orderedUnder, recordedScope, reported, rightSeller } from './thread.js';

let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
  await recordedScope(hub, 'lab-1', [leak, mark]);
});
afterAll(() => hub.close());

const fields = `id number state revision shopName merchantName merchantUscc sellerRegion { code } repeats { identity number } repeatReason
  corrections { shopName merchantName merchantUscc sellerRegion { code } reason acted { userId role } }`;
const correct = async (purchaseId: string, changes: object = {}, asker: Parameters<Hub['ask']>[0] = sampler) =>
  (await act(hub, asker, 'correctPurchase', [{ idempotencyKey: randomUUID(), purchaseId, ...rightSeller, reason: '店铺同名，登记有误', ...changes }], fields))[0];
const eventsOf = (subjectId: string) => hub.database.$queryRaw<{ kind: string; receivers: string[]; stamps: object }[]>`
  SELECT kind, receivers, stamps FROM kernel.event WHERE subject_id = ${subjectId} AND kind LIKE '%Corrected'`;

describe('a purchase that names the wrong seller (clause 4)', () => {
  it('is set right with a reason; what it said stays beside it, for centre and regulator', async () => {
    const [{ purchaseId, sampleId } = { purchaseId: '', sampleId: '' }] = await bought(hub, await issuedPlan(hub));
    const wrong = { shopName: '小满旗舰店', merchantName: '小满日用品商行', merchantUscc: '91330105MA2D00010K', sellerRegion: { code: '330105' } };
    const right = { shopName: '小满家电专营店', merchantName: '湖滨小满家电有限公司', merchantUscc: '91440300MA5F7YRE78', sellerRegion: { code: '330106' } };
    expect((await correct(purchaseId, { reason: ' ' }))?.refusal).toMatchObject({ code: 'VALUE_REQUIRED', field: 'reason' });
    expect((await correct(purchaseId, { merchantUscc: '91330105MA2D00010X' }))?.refusal).toMatchObject({ code: 'VALUE_INVALID', field: 'merchantUscc' });
    expect((await correct(purchaseId, { expectedRevision: 9 }))?.refusal).toMatchObject({ code: 'REVISION_CONFLICT' });
    expect(await correct(purchaseId, { expectedRevision: 1 })).toMatchObject({
      refusal: null,
      value: { state: 'PURCHASED', revision: 2, ...right, corrections: [{ ...wrong, reason: '店铺同名，登记有误', acted: { userId: 'center.1', role: 'SAMPLER' } }] },
    });
    expect((await correct(purchaseId))?.refusal).toMatchObject({ code: 'PURCHASE_READS_SO' });
    expect(await eventsOf(purchaseId)).toMatchObject([{ kind: 'PurchaseCorrected', receivers: ['exchange'], stamps: { sellerRegion: '330106' } }]);
    expect(await hub.database.sample.findUnique({ where: { id: sampleId } })).toMatchObject({ sellerRegion: '330106', revision: 2 });

    const listed = 'query ($filter: PurchaseFilter) { purchases(filter: $filter) { nodes { id corrections { reason } } } }';
    const asked = (identity: string) => hub.ask(identity, listed, { filter: { merchantUscc: right.merchantUscc } });
    expect((await asked('regulator-province')).data).toEqual({ purchases: { nodes: [{ id: purchaseId, corrections: [{ reason: '店铺同名，登记有误' }] }] } });
    for (const other of ['lab-1', 'platform-1']) expect((await asked(other)).errors).toMatchObject([{ extensions: { code: 'SHARING_NOT_IN_AUDIENCE' } }]);
    expect((await correct(purchaseId, { ...rightSeller, shopName: '小满旗舰店' }, analyst))?.value['corrections']).toHaveLength(2);
  });

  it('is compared with what else was bought under its plan, and what is bought later with it', async () => {
    const planId = await issuedPlan(hub);
    const orderId = await orderedUnder(hub, planId, { batches: 3 });
    const buy = (changes: object) => act(hub, sampler, 'recordPurchase', [purchaseItem(orderId, { brand: null, producerName: null, producerUscc: null, repeatReason: null, ...changes })], fields);
    const seller = { shopName: '湖滨小满家电', merchantName: '湖滨小满家电有限公司', merchantUscc: rightSeller.merchantUscc };
    const [[first], [second]] = [await buy(seller), await buy({})];
    const id = second?.value.id ?? '';
    expect((await correct(id))?.refusal).toMatchObject({ code: 'REPEATED_UNDER_PLAN', field: 'repeatReason' });
    expect(await correct(id, { repeatReason: '已购两批，予以保留' })).toMatchObject({ value: { repeats: [{ identity: 'MERCHANT', number: first?.value.number }], repeatReason: '已购两批，予以保留' } });
    // Whom it named by mistake was not bought from.
    expect((await buy({}))[0]?.refusal).toBeNull();
  });

  it('while its sample is at the lab too, which learns nothing of it', async () => {
    const [{ purchaseId, sampleId } = { purchaseId: '', sampleId: '' }] = await warehoused(hub, await issuedPlan(hub));
    const commission = await commissioned(hub, 'lab-1', [sampleId]);
    const seen = async () => (await hub.ask('lab-1', 'query ($id: ID!) { inspectionCommission(id: $id) { state revision samples { id quantity } } }', { id: commission.id })).data;
    const before = await seen();
    expect((await correct(purchaseId))?.refusal).toBeNull();
    expect(await seen()).toEqual(before);
    expect(await eventsOf(sampleId)).toMatchObject([{ kind: 'SampleSellerCorrected', receivers: ['exchange'], stamps: { concerned: ['regulator-province'] } }]);
    const found = await hub.ask(analyst, 'query ($filter: InspectionCommissionFilter) { inspectionCommissions(filter: $filter) { nodes { id } } }', { filter: { sellerRegionCode: '330106' } });
    expect(found.data).toMatchObject({ inspectionCommissions: { nodes: expect.arrayContaining([{ id: commission.id }]) } });
  });

  it('holds commission, samples and what is compiled of them in one order with a withdrawal and a feedback: none waits for another in a circle', async () => {
    const lockOf = (table: 'inspection_commission' | 'sample' | 'monitoring_data', id: string) => `SELECT id FROM ${table} WHERE id = '${id}' FOR UPDATE`;
    /** What acts do while a row is held: whether another is free, once all of them wait. */
    const freeWhile = async (held: string, acts: readonly (() => Promise<unknown>)[], other: string) => {
      const { free, done } = await hub.database.$transaction(async (tx) => {
        await tx.$queryRawUnsafe(held);
        const done = Promise.all(acts.map((act) => act()));
        await eventually(() => hub.database.$queryRaw<object[]>`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`, ({ length }) => length === acts.length);
        return { free: (await hub.database.$queryRawUnsafe<object[]>(`${other} SKIP LOCKED`)).length, done };
      }, { timeout: 30_000 });
      await done;
      return free;
    };
    const [first, second, third] = await warehoused(hub, await issuedPlan(hub), 3);
    const given = async ({ sampleId }: { sampleId: string } = { sampleId: '' }) => (await commissioned(hub, 'lab-1', [sampleId])).id;
    const once = async (asker: typeof analyst, name: string, item: object) => act(hub, asker, name, [{ idempotencyKey: randomUUID(), ...item }], 'id');

    const withdrawn = await given(first);
    expect(await freeWhile(lockOf('sample', first!.sampleId), [() => once(analyst, 'withdrawCommission', { commissionId: withdrawn, reason: '误派' })], lockOf('inspection_commission', withdrawn))).toBe(0);
    expect(await freeWhile(lockOf('inspection_commission', await given(second)), [() => correct(second!.purchaseId)], lockOf('sample', second!.sampleId))).toBe(1);
    await reported(hub, 'lab-1', await given(third), third!.sampleId);
    const { id: monitoringDataId } = await actOn(hub, analyst, 'compileMonitoringData', { sampleId: third!.sampleId }, 'id number revision');
    const both = [() => correct(third!.purchaseId), () => once(analyst, 'feedBackMonitoringData', { monitoringDataId })];
    expect(await freeWhile(lockOf('sample', third!.sampleId), both, lockOf('monitoring_data', monitoringDataId))).toBe(1);
  });

  it('until monitoring data are fed back: what is compiled names the seller as corrected, and from then on the centre does not correct it alone', async () => {
    const [{ purchaseId, sampleId } = { purchaseId: '', sampleId: '' }] = await warehoused(hub, await issuedPlan(hub));
    const { id: commissionId } = await commissioned(hub, 'lab-1', [sampleId]);
    await reported(hub, 'lab-1', commissionId, sampleId);
    const data = await actOn(hub, analyst, 'compileMonitoringData', { sampleId }, 'id number revision');
    expect((await correct(purchaseId))?.refusal).toBeNull();
    const stale = await act(hub, analyst, 'feedBackMonitoringData', [{ idempotencyKey: randomUUID(), monitoringDataId: data.id, expectedRevision: data.revision }], 'id');
    expect(stale[0]?.refusal).toMatchObject({ code: 'REVISION_CONFLICT' });
    expect(await actOn(hub, analyst, 'feedBackMonitoringData', { monitoringDataId: data.id }, 'merchantName merchantUscc shopName')).toEqual({
      merchantName: rightSeller.merchantName,
      merchantUscc: rightSeller.merchantUscc,
      shopName: rightSeller.shopName,
    });
    expect((await correct(purchaseId, { shopName: '又一家店' }))?.refusal).toMatchObject({ code: 'PURCHASE_FED_BACK', field: 'purchaseId', message: expect.stringContaining(data.number) });
  });
});
