import { randomUUID } from 'node:crypto';
import { calendarDaysAfter } from '@hub/kernel/calendar/calendar-days-after.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { statementsOf } from '@hub/kernel/testing/statements-of.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrival, inDays, keyOf, labsUnderTest, leakage, photo, result, reviewer, technician, text, valueOf, type GivenCommission, type LabsUnderTest } from './labs-under-test.js';

let hub: LabsUnderTest;
beforeAll(async () => {
  hub = await labsUnderTest();
});
afterAll(() => hub.close());

const receive = (receiptId: string, change: object = {}) => hub.act(technician('lab-1'), 'recordSampleReceipt', { receiptId, ...arrival(change) });
const refusals = async (answer: ReturnType<LabsUnderTest['act']>) => (await answer).outcomes.map(({ refusal }) => [refusal?.code, refusal?.['field']]);

/** Lets the centre dispatch a sample, and waits until its lab knows. */
async function dispatch({ id: commissionId, sampleIds }: GivenCommission, more: object = {}): Promise<void> {
  const [sampleId = ''] = sampleIds;
  const payload = { sampleId, commissionId, sealNumber: 'FT-1', quantity: 2, carrier: '顺丰', waybill: 'SF1', dispatchedAt: new Date().toISOString(), ...more };
  hub.others.say({ kind: 'SampleDispatched', subjectType: 'Sample', subjectId: sampleId, payload });
  await eventually(
    () => hub.database.sampleReceipt.findFirst({ where: { commissionId, sampleId } }),
    (row) => row?.dispatch != null,
  );
}

describe('a sample of an accepted commission (收样, 5.3.1)', () => {
  it('is expected from the acceptance on, once for each sample, and of a declined commission not', async () => {
    const commission = await hub.acceptedCommission('lab-1', { samples: 2 });
    const desk = 'query ($filter: SampleReceiptFilter) { sampleReceipts(filter: $filter) { totalCount nodes { state blindNumber quantity lab { id } sample { id } dispatch { sealNumber } } } }';
    const answer = await hub.ask<{ sampleReceipts: { totalCount: number; nodes: { sample: { id: string } }[] } }>('lab-1', desk, { filter: { commissionId: commission.id } });
    const { totalCount, nodes } = answer.data.sampleReceipts;
    expect(totalCount).toBe(2);
    expect(nodes[0]).toMatchObject({ state: 'EXPECTED', blindNumber: expect.stringMatching(/^MY-/), quantity: 2, lab: { id: 'lab-1' }, dispatch: null });
    expect(nodes.map(({ sample }) => sample.id).sort()).toEqual([...commission.sampleIds].sort());
    expect((await hub.ask('lab-2', desk, { filter: { commissionId: commission.id } })).data).toMatchObject({ sampleReceipts: { totalCount: 0 } });

    const declined = await hub.commission('lab-1');
    await hub.accept('lab-1', { commissionId: declined.id, answer: 'DECLINE', reason: '设备检修' });
    expect(await hub.database.sampleReceipt.count({ where: { commissionId: declined.id } })).toBe(0);
  });

  it('is owed a receipt once it has been dispatched, in three days; one that nobody expects holds up no other event', async () => {
    const commission = await hub.acceptedCommission('lab-1');
    hub.others.say({ kind: 'SampleDispatched', subjectType: 'Sample', subjectId: 'x', payload: { sampleId: 'x', commissionId: 'no-such-commission', sealNumber: 's', quantity: 1, dispatchedAt: new Date().toISOString() } });
    await dispatch(commission);
    const id = await hub.receiptOf(commission);
    const [duty] = await hub.duties(id);
    expect(duty).toMatchObject({ kind: 'ReceiveSample', party_id: 'lab-1', role: 'TECHNICIAN', concerned: ['center', 'regulator-province'], closed_at: null });
    expect(duty!.due_at).toEqual(calendarDaysAfter(duty!.opened_at, 3));
    valueOf(await receive(id));
    expect(await hub.duties(id)).toMatchObject([{ kind: 'ReceiveSample', closed_at: expect.any(Date) }]);
  });

  it('is received as it was found, the centre is told, and it is in the hands of whoever received it', async () => {
    const commission = await hub.acceptedCommission('lab-1');
    await dispatch(commission);
    const id = await hub.receiptOf(commission);
    const receivedAt = new Date();
    expect(valueOf(await receive(id, { receivedAt, sealIntact: false, mayAffectResult: '外箱受潮', expectedRevision: 2 }))).toMatchObject({
      state: 'RECEIVED',
      revision: 3,
      appearance: '包装完好',
      condition: '室温',
      sealNumber: 'FT-1',
      sealIntact: false,
      sealDiffers: false,
      mayAffectResult: '外箱受潮',
      photos: [{ hash: photo().hash, name: '样品.jpg' }],
      received: { userId: 'lab-1.1', role: 'TECHNICIAN' },
      custody: [{ fromUserId: null, toUserId: 'lab-1.1', purpose: '收样' }],
    });
    expect((await hub.told('SampleReceiptRecorded', id)).map(({ payloads }) => payloads)).toEqual([
      {
        exchange: null,
        'monitoring-center': { sampleId: commission.sampleIds[0], commissionId: commission.id, labId: 'lab-1', receivedAt: receivedAt.toISOString(), sealIntact: false },
      },
    ]);
    expect((await receive(id)).outcomes[0]?.refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'RECEIVED', possibleFrom: ['EXPECTED'] });
  });

  it('is received all the same where the act has waited with another in a circle and was undone for its sake', async () => {
    const id = await hub.receiptOf(await hub.acceptedCommission('lab-1'));
    await hub.database.$executeRaw`INSERT INTO kernel.duty (id, kind, subject_type, subject_id, party_id, role, concerned, cause, opened_at, due_at)
      VALUES (gen_random_uuid(), 'ReceiveSample', 'SampleReceipt', ${id}, 'lab-1', 'TECHNICIAN', '{}', 'test', now(), now())`;
    const waiting = (many: number) =>
      eventually(() => hub.database.$queryRaw<object[]>`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`, (found) => found.length === many);
    const { acting } = await hub.database.$transaction(async (tx) => {
      // It is the act that finds the circle, for it waits last.
      await tx.$executeRaw`SET LOCAL deadlock_timeout = '1h'`;
      await tx.$executeRaw`UPDATE kernel.duty SET due_at = due_at WHERE subject_id = ${id}`;
      const step = await hub.database.$transaction(async (between) => {
        await between.$executeRaw`LOCK TABLE custody_entry IN EXCLUSIVE MODE`;
        const acting = receive(id, { sealIntact: false });
        await waiting(1);
        const circle = tx.$queryRaw`SELECT 1 FROM sample_receipt WHERE id = ${id} FOR UPDATE`;
        // A query of Prisma begins when it is waited for.
        const closed = Promise.all([circle]);
        await waiting(2);
        return { acting, closed };
      });
      await step.closed;
      return step;
    }, { timeout: 20_000 });
    expect(valueOf(await acting)).toMatchObject({ state: 'RECEIVED' });
  });

  it('that came under another seal than it was sent under, or under none, is flagged, also where the news of it comes late', async () => {
    const [other, none, late] = [await hub.acceptedCommission('lab-1'), await hub.acceptedCommission('lab-1'), await hub.acceptedCommission('lab-1')];
    await dispatch(other);
    await dispatch(none);
    expect(valueOf(await receive(await hub.receiptOf(other), { sealNumber: 'FT-9' }))).toMatchObject({ sealDiffers: true });
    expect(valueOf(await receive(await hub.receiptOf(none), { sealNumber: null, sealIntact: false }))).toMatchObject({ sealDiffers: true });
    const id = await hub.receiptOf(late);
    expect(valueOf(await receive(id))).toMatchObject({ sealDiffers: null });
    await dispatch(late, { sealNumber: 'FT-8' });
    const read = 'query ($id: ID!) { sampleReceipt(id: $id) { sealDiffers dispatch { sealNumber carrier } } }';
    expect((await hub.ask('center', read, { id })).data).toEqual({ sampleReceipt: { sealDiffers: true, dispatch: { sealNumber: 'FT-8', carrier: '顺丰' } } });
    expect(await hub.duties(id)).toEqual([]);
  });

  it('is received once, however often it is sent, by a technician of its own lab alone, and not in the future', async () => {
    const id = await hub.receiptOf(await hub.acceptedCommission('lab-1'));
    const foreign = await hub.receiptOf(await hub.acceptedCommission('lab-2'));
    expect(await refusals(receive(id, { receivedAt: inDays(1) }))).toEqual([['TIME_IN_FUTURE', 'receivedAt']]);
    expect(await refusals(receive(id, { receivedAt: inDays(-1) }))).toEqual([['TIMES_OUT_OF_ORDER', 'receivedAt']]);
    expect(await refusals(receive(id, { sealNumber: ' ', sealIntact: true }))).toEqual([['VALUE_REQUIRED', 'sealNumber']]);
    expect(await refusals(receive(id, { appearance: ' ' }))).toEqual([['VALUE_REQUIRED', 'appearance']]);
    expect(await refusals(receive(id, { photos: [photo(), photo()] }))).toEqual([['VALUE_INVALID', 'photos.1.hash']]);
    expect(await refusals(receive(id, { expectedRevision: 7 }))).toEqual([['REVISION_CONFLICT', 'expectedRevision']]);
    expect(await refusals(receive(foreign))).toEqual([['NOT_FOUND', 'receiptId']]);
    const byReviewer = await hub.act(reviewer('lab-1'), 'recordSampleReceipt', { receiptId: id, ...arrival() });
    expect(byReviewer.errors).toMatchObject([{ extensions: { code: 'ACT_NOT_PERMITTED' } }]);
    const two = await Promise.all([receive(id), receive(id)]);
    expect(two.map(({ outcomes }) => outcomes[0]?.refusal?.code ?? 'DONE').sort()).toEqual(['DONE', 'STATE_NOT_POSSIBLE']);
    expect(await hub.database.custodyEntry.count({ where: { receiptId: id } })).toBe(1);
  });

  it('shows the centre and the regulator how it came and is kept, and neither results nor persons', async () => {
    const commission = await hub.acceptedCommission('lab-1');
    const id = await hub.receive('lab-1', commission);
    valueOf(await hub.act(technician('lab-1'), 'recordTestResults', { receiptId: id, results: [result()] }));
    const read = 'query ($id: ID!) { sampleReceipt(id: $id) { state appearance results { itemCode } custody { toUserId } received { userId } } }';
    for (const identity of ['center', 'regulator-province']) {
      const answer = await hub.ask(identity, read, { id });
      expect(answer.data).toEqual({ sampleReceipt: { state: 'RECEIVED', appearance: '包装完好', results: null, custody: null, received: null } });
      expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['SHARING_NOT_IN_AUDIENCE', 'SHARING_NEEDS_GRANT', 'SHARING_NOT_IN_AUDIENCE']);
    }
    expect((await hub.ask('regulator-city', read, { id })).data).toEqual({ sampleReceipt: null });
    expect((await hub.ask('platform-1', read, { id })).errors).toMatchObject([{ extensions: { code: 'SHARING_NOT_IN_AUDIENCE' } }]);
  });
});

describe('a sample is stored (样品储存, 5.3.1)', () => {
  it('in its place with the conditions that it needs; a reading outside them is flagged, and the flag stays', async () => {
    const commission = await hub.acceptedCommission('lab-1');
    const at = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    await hub.database.sampleReceipt.updateMany({ where: { commissionId: commission.id }, data: { expectedSince: at(90) } });
    const receiptId = await hub.receiptOf(commission);
    valueOf(await hub.act(technician('lab-1'), 'recordSampleReceipt', { receiptId, ...arrival({ receivedAt: at(60) }) }));
    const read = (more: object) => hub.act(technician('lab-1'), 'recordStorageReading', { receiptId, at: new Date(), ...more });
    expect(await refusals(read({ temperature: '4' }))).toEqual([['SAMPLE_NOT_STORED', 'receiptId']]);
    const store = (more: object) => hub.act(technician('lab-1'), 'storeSample', { receiptId, place: '冷藏库2号架', ...more });
    expect(await refusals(store({ temperature: { lowest: '8', highest: '2' } }))).toEqual([['VALUE_INVALID', 'temperature']]);
    expect(await refusals(store({ humidity: {} }))).toEqual([['VALUE_INVALID', 'humidity']]);
    expect(await refusals(store({ temperature: { lowest: '-900' } }))).toEqual([['VALUE_INVALID', 'temperature.lowest']]);
    expect(await refusals(store({ humidity: { highest: '101' } }))).toEqual([['VALUE_INVALID', 'humidity.highest']]);
    expect(valueOf(await store({ temperature: { lowest: '2', highest: '8' }, humidity: { highest: '60' } }))).toMatchObject({
      storage: { place: '冷藏库2号架', temperature: { lowest: '2', highest: '8' }, humidity: { lowest: null, highest: '60' } },
    });
    expect(await refusals(read({}))).toEqual([['VALUE_INVALID', 'temperature']]);
    expect(await refusals(read({ temperature: '-273.16' }))).toEqual([['VALUE_INVALID', 'temperature']]);
    expect(await refusals(read({ humidity: '-1' }))).toEqual([['VALUE_INVALID', 'humidity']]);
    expect(await refusals(read({ temperature: '4', at: inDays(1) }))).toEqual([['TIME_IN_FUTURE', 'at']]);
    expect(await refusals(read({ temperature: '4', at: at(61) }))).toEqual([['TIMES_OUT_OF_ORDER', 'at']]);
    expect(valueOf(await read({ at: at(30), temperature: '8.0', humidity: '60' }))).toMatchObject({ storageOutOfRange: false });
    expect(valueOf(await read({ at: at(20), temperature: '8.1' }))).toMatchObject({ storageOutOfRange: true });
    expect(valueOf(await read({ at: at(40), temperature: '-0.5', humidity: '50.5' }))).toMatchObject({
      storageOutOfRange: true,
      storageReadings: [
        { temperature: '-0.5', humidity: '50.5', outOfRange: true },
        { temperature: '8.0', humidity: '60', outOfRange: false },
        { temperature: '8.1', humidity: null, outOfRange: true },
      ],
    });
    const list = '{ sampleReceipts(filter: { storageOutOfRange: true }) { nodes { id } } }';
    expect((await hub.ask('center', list)).data).toEqual({ sampleReceipts: { nodes: [{ id: receiptId }] } });
  });

  it('and passes from hand to hand: whoever holds it gives it, or whoever takes it over says so', async () => {
    const receiptId = await hub.receive('lab-1', await hub.acceptedCommission('lab-1'));
    const hand = (user: 1 | 2 | 3, toUserId: string, purpose = '检验') => hub.act(technician('lab-1', user), 'handOverSample', { receiptId, toUserId, purpose });
    expect(await refusals(hand(3, 'lab-1.2'))).toEqual([['CUSTODY_NOT_YOURS', 'receiptId']]);
    expect(await refusals(hand(1, 'lab-1.1'))).toEqual([['VALUE_INVALID', 'toUserId']]);
    expect(await refusals(hand(1, 'lab-2.1'))).toEqual([['NOT_FOUND', 'toUserId']]);
    expect(await refusals(hand(1, 'lab-1.2', ''))).toEqual([['VALUE_REQUIRED', 'purpose']]);
    valueOf(await hand(1, 'lab-1.2'));
    expect(await refusals(hand(1, 'lab-1.3'))).toEqual([['CUSTODY_NOT_YOURS', 'receiptId']]);
    expect(valueOf(await hand(3, 'lab-1.3', '复测'))).toMatchObject({
      custody: [
        { fromUserId: null, toUserId: 'lab-1.1', purpose: '收样' },
        { fromUserId: 'lab-1.1', toUserId: 'lab-1.2', purpose: '检验' },
        { fromUserId: 'lab-1.2', toUserId: 'lab-1.3', purpose: '复测' },
      ],
    });
    const two = await Promise.all([hand(3, 'lab-1.1'), hand(3, 'lab-1.2')]);
    expect(two.map(({ outcomes }) => outcomes[0]?.refusal?.code ?? 'DONE').sort()).toEqual(['CUSTODY_NOT_YOURS', 'DONE']);
  });

  it('also after its report, for as long as objections may come', async () => {
    const commission = await hub.acceptedCommission('lab-1');
    await hub.issued('lab-1', commission);
    const receiptId = await hub.receiptOf(commission);
    expect(valueOf(await hub.act(technician('lab-1'), 'storeSample', { receiptId, place: '留样室' }))).toMatchObject({ state: 'REPORTED', storage: { place: '留样室' } });
  });

  it('reads and hands of many samples come in as many statements as those of one', async () => {
    const commission = await hub.acceptedCommission('lab-1', { samples: 4 });
    for (const sample of commission.sampleIds.keys()) await hub.receive('lab-1', commission, sample);
    const read = `query ($id: ID!) { sampleReceipts(filter: { commissionId: $id }) { nodes { storageReadings { at } custody { toUserId } reports { id } failure { id } } } }`;

    const { result: answer, statements } = await statementsOf(() => hub.ask<{ sampleReceipts: { nodes: unknown[] } }>('lab-1', read, { id: commission.id }));
    expect(answer.data.sampleReceipts.nodes).toHaveLength(4);
    expect(statements.filter(({ sql }) => /SELECT/.test(sql) && !/kernel/.test(sql))).toHaveLength(5);
  });
});

describe('results are recorded as they come (5.3.3)', () => {
  it('item by item, in the order of the commission; an item again replaces what was recorded of it', async () => {
    const receiptId = await hub.receive('lab-1', await hub.acceptedCommission('lab-1'));
    const record = (...results: object[]) => hub.act(technician('lab-1'), 'recordTestResults', { receiptId, results });
    valueOf(await record(text()));
    expect(valueOf(await record(result()))).toMatchObject({ state: 'RECEIVED', results: [{ itemCode: 'LEAK', verdict: 'CONFORMING' }, { itemCode: 'MARK' }] });
    expect(valueOf(await record(result(leakage, { measured: '0.9', verdict: 'NONCONFORMING' })))).toMatchObject({
      results: [{ itemCode: 'LEAK', verdict: 'NONCONFORMING' }, { itemCode: 'MARK' }],
    });
    expect(await refusals(record())).toEqual([['VALUE_INVALID', 'results']]);
    expect(await refusals(record(result(leakage, { measured: '0.9' })))).toEqual([['VERDICT_CONTRADICTS_RULE', 'results.0.subItems.0.specimens.0.verdict']]);
    expect(await refusals(record({ ...result(), itemCode: 'OTHER' }))).toEqual([['RESULT_NOT_COMMISSIONED', 'results.0']]);
    expect(await refusals(record({ ...keyOf(leakage), failure: { reason: 'EQUIPMENT_FAILURE', facts: '耐压仪故障' } }))).toEqual([[undefined, undefined]]);
  });

  it('only of a sample that has come', async () => {
    const receiptId = await hub.receiptOf(await hub.acceptedCommission('lab-1'));
    const { outcomes } = await hub.act(technician('lab-1'), 'recordTestResults', { receiptId, results: [result()], idempotencyKey: randomUUID() });
    expect(outcomes[0]?.refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'EXPECTED', possibleFrom: ['RECEIVED'] });
  });
});
