import { archiveUnderTest, daysAtHand } from '@hub/kernel/testing/archive-under-test.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archivedTables } from '../src/repository/archived-tables.js';
import { noteClosedCycles } from '../src/repository/note-closed-cycles.js';
import { monitoringCenterService } from '../src/service.js';
import { act, analyst, sampler, storekeeper, type Hub } from './acts.js';
import { onSamples, upTo, warehousing } from './sample-steps.js';
import { actOn, bought, commissioned, issuedPlan, leak, mark, recordedScope, reported, tell } from './thread.js';

let hub: Hub;
beforeAll(async () => {
  // Cycles are moved when a test says so.
  hub = await subgraphUnderTest(monitoringCenterService, { variables: { ARCHIVE_SWEEP_SECONDS: '86400' } });
  await recordedScope(hub, 'lab-1', [leak, mark]);
});
afterAll(() => hub.close());

const limit = daysAtHand;
const tables = ['sampling_order', 'purchase', 'sample', 'inspection_commission', 'monitoring_data'];
const counts = (...each: number[]) => Object.fromEntries(tables.map((table, n) => [table, each[n] ?? 0]));
const none = counts();
const colleague = { identity: 'center', role: 'STOREKEEPER', user: 2 } as const;

const { note, eachMove, sweep, rowsOf, mismatches } = archiveUnderTest(() => hub, {
  owner: 'monitoring-center',
  note: noteClosedCycles,
  tables: archivedTables,
  ofCycle: Object.fromEntries(tables.map((table) => [table, 'plan_id = $1'])),
});

interface Cycle {
  readonly planId: string;
  readonly sampleIds: readonly string[];
  readonly purchaseIds: readonly string[];
}

/** A plan, with samples that are bought, inspected and fed back. */
async function fedBack({ count = 1, retained = 0 }: { count?: number; retained?: number } = {}): Promise<Cycle> {
  const planId = await issuedPlan(hub);
  const samples = await bought(hub, planId, count);
  const sampleIds = samples.map(({ sampleId }) => sampleId);
  await upTo(hub, sampleIds, 'warehouseSample');
  await act(hub, storekeeper, 'warehouseSample', onSamples(sampleIds, (id) => ({ ...warehousing(id), quantityForTest: 3 - retained, quantityRetained: retained })), 'id');
  const { id } = await commissioned(hub, 'lab-1', sampleIds);
  for (const sampleId of sampleIds) {
    await reported(hub, 'lab-1', id, sampleId);
    const data = await actOn(hub, analyst, 'compileMonitoringData', { sampleId });
    await actOn(hub, analyst, 'feedBackMonitoringData', { monitoringDataId: data.id });
  }
  return { planId, sampleIds, purchaseIds: samples.map(({ purchaseId }) => purchaseId) };
}

/** The same, of which the regulator says that it is through. */
async function closed(options: { count?: number; retained?: number } = {}): Promise<Cycle> {
  const cycle = await fedBack(options);
  await completed(cycle);
  return cycle;
}
const completed = ({ planId }: Cycle) => tell(hub, 'regulator', 'MonitoringPlanCompleted', planId, { id: planId });
const dispose = ({ sampleIds: [sampleId] }: Cycle) => actOn(hub, storekeeper, 'disposeSample', { sampleId, method: 'DESTROYED', place: '样品库', quantity: 3, reason: '异议期满' });
const witness = ({ sampleIds: [sampleId] }: Cycle) => actOn(hub, colleague, 'witnessDisposal', { sampleId, agrees: true });

describe('a closed cycle (归档, 5.4.4)', () => {
  it('stays at hand for the time that is set, and then moves into the archive with all its rows', async () => {
    const { planId } = await closed({ count: 2 });
    const whole = counts(1, 2, 2, 1, 2);
    await sweep();
    await sweep(limit - 1);
    expect(await rowsOf(planId)).toEqual({ atHand: whole, archived: none });
    await sweep(limit + 1);
    expect(await rowsOf(planId)).toEqual({ atHand: none, archived: whole });
    // What is there already is there once.
    await sweep(limit + 2);
    expect(await rowsOf(planId)).toEqual({ atHand: none, archived: whole });
  });

  it('is none while its plan goes on, a retest could still be asked for, or a correction waits for an answer', async () => {
    const open = { issued: await fedBack(), retained: await closed({ retained: 1 }), asked: await closed() };
    const [sampleId = ''] = open.asked.sampleIds;
    const asked = { kind: 'SELLER', planId: open.asked.planId, askedOf: 'regulator-province', sampleIds: [sampleId], reason: '店铺登记有误', proposed: {}, proposedAt: new Date(), holder: 'center', concerned: [], state: 'PROPOSED', reached: ['PROPOSED'] };
    hub.rowsAreWrittenByHand();
    const { id } = await hub.database.correctionProposal.create({ data: asked });
    await sweep();
    await sweep(10 * limit);
    for (const { planId } of Object.values(open)) expect((await rowsOf(planId)).archived).toEqual(none);

    await completed(open.issued);
    await dispose(open.retained);
    await witness(open.retained);
    await hub.database.correctionProposal.update({ where: { id }, data: { settled: true } });
    await sweep();
    await sweep(limit + 1);
    for (const { planId } of Object.values(open)) expect((await rowsOf(planId)).atHand).toEqual(none);
  });

  it('of which something is owed anew is closed from when that is done', async () => {
    const cycle = await closed();
    await sweep();
    // Another person is to bear witness.
    await dispose(cycle);
    await sweep(limit + 1);
    expect((await rowsOf(cycle.planId)).archived).toEqual(none);
    await witness(cycle);
    await sweep(limit + 2);
    await sweep(2 * limit + 1);
    expect((await rowsOf(cycle.planId)).archived).toEqual(none);
    await sweep(2 * limit + 3);
    expect((await rowsOf(cycle.planId)).atHand).toEqual(none);
  });
});

describe('what is in the archive', () => {
  interface Page {
    readonly list: { readonly totalCount: number; readonly nodes: readonly { readonly id: string }[]; readonly pageInfo: { readonly endCursor: string | null } };
  }
  const fieldsOf = {
    samples: 'id number state purchase { id number price { amount } } commission { id number } evidence { id chainHash }',
    purchases: 'id number sample { id number } order { id number }',
    monitoringDataList: 'id number version state sample { id }',
    inspectionCommissions: 'id number samples { id }',
    samplingOrders: 'id number bought',
  };
  const filterOf = { samples: 'SampleFilter', purchases: 'PurchaseFilter', monitoringDataList: 'MonitoringDataFilter', inspectionCommissions: 'InspectionCommissionFilter', samplingOrders: 'SamplingOrderFilter' };
  type Field = keyof typeof fieldsOf;
  const page = async (field: Field, planId: string, after: string | null = null) => {
    const query = `query ($filter: ${filterOf[field]}, $after: String) { list: ${field}(first: 2, after: $after, filter: $filter) { totalCount nodes { ${fieldsOf[field]} } pageInfo { endCursor hasNextPage } } }`;
    const { data, errors } = await hub.ask<Page>(analyst, query, { filter: { planId }, after });
    expect(errors).toBeUndefined();
    return data.list;
  };
  const fields = Object.keys(fieldsOf) as Field[];

  it('is read by id and by cursor as before, after each part of the move; a page goes on behind the cursor that was given before', async () => {
    const { planId, sampleIds } = await closed({ count: 3 });
    const byId = () => Promise.all(sampleIds.map((id) => hub.ask(analyst, `query ($id: ID!) { sample(id: $id) { ${fieldsOf.samples} } }`, { id })));
    const firstPages = () => Promise.all(fields.map((field) => page(field, planId)));
    const [each, first] = [await byId(), await firstPages()];
    expect(first.map(({ totalCount }) => totalCount)).toEqual([3, 3, 3, 1, 1]);
    const nextPages = () => Promise.all(fields.map((field, n) => page(field, planId, first[n]?.pageInfo.endCursor ?? null)));
    const next = await nextPages();
    const parts = await eachMove(limit + 1, async () => {
      expect(await firstPages()).toEqual(first);
      expect(await nextPages()).toEqual(next);
      expect(await byId()).toEqual(each);
    });
    expect(parts).toBe(tables.length);
    expect((await rowsOf(planId)).atHand).toEqual(none);
  });

  it('is changed where it lies', async () => {
    const { planId, purchaseIds: [purchaseId = ''] } = await closed();
    await sweep();
    await sweep(limit + 1);
    await actOn(hub, analyst, 'eraseBuyer', { purchaseId, reason: '本人书面要求' });
    const { data } = await hub.ask(sampler, 'query ($id: ID!) { purchase(id: $id) { buyerName buyerRecord { erasureReason } } }', { id: purchaseId });
    expect(data).toEqual({ purchase: { buyerName: null, buyerRecord: { erasureReason: '本人书面要求' } } });
    expect((await rowsOf(planId)).atHand).toEqual(none);
  });

  it('lies there once, however many move it', async () => {
    const cycles = [await closed(), await closed()];
    await sweep();
    await Promise.all([sweep(limit + 1), sweep(limit + 1), sweep(limit + 1)]);
    for (const { planId } of cycles) expect(await rowsOf(planId)).toEqual({ atHand: none, archived: counts(1, 1, 1, 1, 1) });
  });

  it('keeps its blind numbers: no sample bears one of them again', async () => {
    const { sampleIds: [id = ''] } = await closed();
    const other = await fedBack();
    await sweep();
    await sweep(limit + 1);
    const { blindNumber } = await hub.database.sample.findUniqueOrThrow({ where: { id } });
    const { id: _id, ...row } = await hub.database.sample.findUniqueOrThrow({ where: { id: other.sampleIds[0] ?? '' } });
    const again = { ...row, number: `${row.number}-BY`, blindNumber } as unknown as Parameters<typeof hub.database.sample.create>[0]['data'];
    await expect(hub.database.sample.create({ data: again })).rejects.toMatchObject({ code: 'P2002' });
  });

  it('is found by the indexes that the tables at hand have, and its keys do not come again', async () => {
    expect(await mismatches()).toEqual([]);
  });
});

it('the hub moves what is closed for long enough by itself, as its settings say', async () => {
  const { planId } = await closed();
  await note(-2);
  await hub.restart({ CYCLES_AT_HAND: 'P1D', ARCHIVE_SWEEP_SECONDS: '1' });
  await eventually(() => rowsOf(planId), ({ atHand }) => Object.values(atHand).every((count) => count === 0));
  await hub.restart();
});
