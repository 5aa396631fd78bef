import { randomUUID } from 'node:crypto';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monitoringCenterService } from '../src/service.js';
import { act, analyst, sampler, storekeeper, type Hub } from './acts.js';
import { upTo, warehoused } from './sample-steps.js';
import { bought, commissioned, issuedPlan, leak, mark, recordedScope } from './thread.js';

let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
  await recordedScope(hub, 'lab-1', [leak, mark]);
});
afterAll(() => hub.close());

const fields = 'id number blindNumber productKind state revision purchase { id number } warehousing { sealNumber } evidence { id } relabellings { number purchaseNumber reason acted { userId role } }';
interface Read {
  readonly id: string;
  readonly number: string;
  readonly revision: number;
  readonly purchase: { readonly id: string; readonly number: string };
  readonly [field: string]: unknown;
}
const read = async (id: string, asker: Parameters<Hub['ask']>[0] = storekeeper) =>
  (await hub.ask<{ sample: Read }>(asker, `query ($id: ID!) { sample(id: $id) { ${fields} } }`, { id })).data.sample;
const swap = async (sampleId: string, otherSampleId: string, changes: object = {}, asker: Parameters<Hub['ask']>[0] = storekeeper) =>
  (await act(hub, asker, 'swapSampleLabels', [{ idempotencyKey: randomUUID(), sampleId, otherSampleId, reason: '入库时贴错标签', ...changes }], fields))[0];

describe('two samples that bear each other’s labels (clause 4)', () => {
  it('are of each other’s purchases once that is set right; numbers, seals and evidence stay with the label, and so does why', async () => {
    const planId = await issuedPlan(hub);
    const [first] = await bought(hub, planId);
    const [second] = await bought(hub, planId, 1, { planProduct: 2, sellerRegionCode: '330106', merchantName: '另一家商行', merchantUscc: null });
    const ids = [first?.sampleId ?? '', second?.sampleId ?? ''] as const;
    await upTo(hub, ids);
    const [one, other] = [await read(ids[0]), await read(ids[1])];
    expect((await swap(one.id, other.id, { reason: ' ' }))?.refusal).toMatchObject({ code: 'VALUE_REQUIRED', field: 'reason' });
    expect((await swap(one.id, other.id, { expectedRevision: 1 }))?.refusal).toMatchObject({ code: 'REVISION_CONFLICT' });
    expect((await swap(one.id, other.id, { expectedRevision: one.revision }))?.refusal).toBeNull();
    const noted = { reason: '入库时贴错标签', acted: { userId: 'center.1', role: 'STOREKEEPER' } };
    const swapped = (sample: Read, its: Read) => ({
      ...sample,
      revision: sample.revision + 1,
      purchase: its.purchase,
      productKind: its['productKind'],
      relabellings: [{ ...noted, number: its.number, purchaseNumber: sample.purchase.number }],
    });
    expect([one['productKind'], other['productKind']]).toEqual(['电热水壶', '电饭锅']);
    for (const asker of [storekeeper, 'regulator-province']) {
      expect(await read(one.id, asker)).toEqual(swapped(one, other));
      expect(await read(other.id, asker)).toEqual(swapped(other, one));
    }
    const purchase = await hub.ask(analyst, 'query ($id: ID!) { purchase(id: $id) { sample { id } } }', { id: one.purchase.id });
    expect(purchase.data).toEqual({ purchase: { sample: { id: other.id } } });
    expect(await hub.database.sample.findUnique({ where: { id: one.id } })).toMatchObject({ sellerRegion: '330106', planProduct: 2, productCategory: '0707' });
    const events = await hub.database.$queryRaw<object[]>`SELECT receivers, stamps->>'sellerRegion' AS region FROM kernel.event WHERE kind = 'SampleRelabelled' AND subject_id = ANY(${[one.id, other.id]}::text[]) ORDER BY region`;
    expect(events).toEqual([{ receivers: ['exchange'], region: '330105' }, { receivers: ['exchange'], region: '330106' }]);
    await swap(other.id, one.id, {}, sampler);
    expect((await read(one.id)).purchase).toEqual(one.purchase);
    expect((await read(one.id))['relabellings']).toHaveLength(2);
  });

  it('are two, of one plan, both labelled and neither with a lab', async () => {
    const planId = await issuedPlan(hub);
    const [one = '', other = '', given = ''] = (await warehoused(hub, planId, 3)).map(({ sampleId }) => sampleId);
    const [elsewhere] = await warehoused(hub, await issuedPlan(hub));
    const [unlabelled] = await bought(hub, planId);
    await commissioned(hub, 'lab-1', [given]);
    const refusals = [];
    for (const [sample, its] of [[one, one], [one, elsewhere?.sampleId ?? ''], [one, given], [given, other], [one, unlabelled?.sampleId ?? ''], [one, randomUUID()]] as const) refusals.push((await swap(sample, its))?.refusal);
    expect(refusals.map((refusal) => [refusal?.code, refusal?.field])).toEqual([
      ['LABELS_NOT_SWAPPED', 'otherSampleId'],
      ['LABELS_NOT_SWAPPED', 'otherSampleId'],
      ['STATE_NOT_POSSIBLE', 'otherSampleId'],
      ['STATE_NOT_POSSIBLE', 'sampleId'],
      ['STATE_NOT_POSSIBLE', 'otherSampleId'],
      ['NOT_FOUND', 'otherSampleId'],
    ]);
    expect((await read(one))['relabellings']).toEqual([]);
  });

  it('once, where two set it right at the same moment by the revision that both have read', async () => {
    const [one = '', other = ''] = (await warehoused(hub, await issuedPlan(hub), 2)).map(({ sampleId }) => sampleId);
    const { revision, purchase } = await read(one);
    const both = await Promise.all([swap(one, other, { expectedRevision: revision }), swap(one, other, { expectedRevision: revision })]);
    expect(both.map((outcome) => outcome?.refusal?.code ?? 'DONE').sort()).toEqual(['DONE', 'REVISION_CONFLICT']);
    expect((await read(other)).purchase).toEqual(purchase);
  });
});
