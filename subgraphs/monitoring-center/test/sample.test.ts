import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { monitoringCenterService } from '../src/service.js';
import { act, sampler, storekeeper, type Hub, type TestedOutcome } from './acts.js';
import { confirmation, evidence, file, onSamples, parcel, receipt, shipment, upTo, warehousing } from './sample-steps.js';
import { bought, commissioned, issuedPlan, leak, mark, recordedScope, tell } from './thread.js';

let hub: Hub;
let planId: string;
let sampleId: string;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
  await recordedScope(hub, 'lab-1', [leak, mark]);
});
beforeEach(async () => {
  planId = await issuedPlan(hub);
  sampleId = (await bought(hub, planId))[0]?.sampleId ?? '';
});
afterAll(() => hub.close());

const one = async (asker: Parameters<Hub['ask']>[0], name: string, content: object, fields = 'id state revision') =>
  (await act(hub, asker, name, onSamples([sampleId], content), fields))[0] as TestedOutcome;
const refusalOf = async (asker: Parameters<Hub['ask']>[0], name: string, content: object) => (await one(asker, name, content, 'id')).refusal;
const duties = () =>
  hub.database.$queryRaw<{ kind: string; role: string; part_of: string; due_at: Date; ended: string; concerned: string[] }[]>`
    SELECT kind, role, part_of, due_at, concerned, CASE WHEN closed_at IS NULL THEN 'OPEN' WHEN dropped THEN 'DROPPED' ELSE 'DONE' END AS ended
    FROM kernel.duty WHERE subject_id = ${sampleId} ORDER BY opened_at`;
const ended = async () => Object.fromEntries((await duties()).map((duty) => [duty.kind, duty.ended]));
const moves = () => hub.database.$queryRaw<{ receivers: string[]; state: string }[]>`
  SELECT receivers, stamps->>'state' AS state FROM kernel.event WHERE kind = 'SampleMoved' AND subject_id = ${sampleId} ORDER BY position`;
const accepted = async (answer = 'ACCEPTED') => {
  const { id } = await commissioned(hub, 'lab-1', [sampleId]);
  await tell(hub, 'labs', 'CommissionAnswered', id, { commissionId: id, labId: 'lab-1', answer });
  return id;
};

describe('a sample goes from purchase to warehouse (5.2.3, 5.2.4 a)', () => {
  it('step by step, each noted with its actor, told to nobody outside, and owed in time', async () => {
    await upTo(hub, [sampleId]);
    const { data } = await hub.ask(
      'regulator-province',
      `query ($id: ID!) { sample(id: $id) { state quantity
        confirmation { photos { hash size mediaType name } batchNumber productionDate quantity acted { userId role } }
        shipment { place carrier waybill shippedAt late } receipt { receivedAt condition acted { role } } verification { meets reasons } registered { role }
        warehousing { place sealNumber quantityForTest quantityRetained } evidence { sequence } dispatch { sealNumber } goodsReturn { reason } } }`,
      { id: sampleId },
    );
    expect(data).toEqual({
      sample: {
        state: 'WAREHOUSED',
        quantity: 2,
        confirmation: { ...confirmation, acted: { userId: 'center.1', role: 'SAMPLER' } },
        shipment: { ...shipment, shippedAt: '2026-01-22T10:00:00.000+08:00', late: false },
        receipt: { receivedAt: '2026-01-23T10:00:00.000+08:00', condition: '外包装完好', acted: { role: 'STOREKEEPER' } },
        verification: { meets: true, reasons: null },
        registered: { role: 'STOREKEEPER' },
        warehousing: warehousing(sampleId),
        evidence: [{ sequence: expect.any(Number) }],
        dispatch: null,
        goodsReturn: null,
      },
    });
    expect(await moves()).toEqual(
      ['CONFIRMED', 'SHIPPED', 'RECEIVED', 'VERIFIED', 'REGISTERED', 'WAREHOUSED'].map((state) => ({ receivers: ['exchange'], state })),
    );
    const [ship, verify, warehouse] = await duties();
    expect([ship, verify, warehouse].map((duty) => [duty?.kind, duty?.role, duty?.ended])).toEqual([
      ['ShipSample', 'SAMPLER', 'DONE'],
      ['VerifySample', 'STOREKEEPER', 'DONE'],
      ['WarehouseSample', 'STOREKEEPER', 'DONE'],
    ]);
    expect(ship).toMatchObject({ part_of: planId, concerned: ['regulator-province'], due_at: new Date('2026-01-24T00:00:00+08:00') });
    expect(verify?.due_at).toEqual(new Date('2026-01-26T00:00:00+08:00'));
  });

  it('in lists: what came in one parcel is found by its waybill, and one that is refused leaves the others', async () => {
    const ids = [sampleId, ...(await bought(hub, planId, 2)).map((sample) => sample.sampleId)];
    await upTo(hub, ids.slice(0, 2), 'shipSample');
    const outcomes = await act(hub, sampler, 'shipSample', onSamples(ids, { ...shipment, waybill: 'SF-PARCEL' }));
    expect(outcomes.map(({ refusal }) => refusal?.code ?? 'DONE')).toEqual(['DONE', 'DONE', 'STATE_NOT_POSSIBLE']);
    expect(outcomes[2]?.refusal).toMatchObject({ state: 'PURCHASED', possibleFrom: ['CONFIRMED'] });
    const parcels = '{ samples(filter: { waybill: "SF-PARCEL" }) { totalCount } }';
    expect((await hub.ask(storekeeper, parcels)).data).toEqual({ samples: { totalCount: 2 } });
  });

  it('late where it was shipped after its time, which is marked and stays', async () => {
    await upTo(hub, [sampleId], 'shipSample');
    const late = await one(sampler, 'shipSample', { ...shipment, shippedAt: '2026-01-24T00:00:00.001+08:00' }, 'id shipment { late }');
    expect(late.value).toMatchObject({ shipment: { late: true } });
  });

  it('once, where two do the same step at the same moment', async () => {
    const outcomes = await Promise.all([1, 2].map(() => one(sampler, 'confirmSample', confirmation)));
    expect(outcomes.filter(({ refusal }) => refusal === null)).toHaveLength(1);
    expect(['CONCURRENT_CHANGE', 'STATE_NOT_POSSIBLE']).toContain(outcomes.find(({ refusal }) => refusal)?.refusal?.code);
    expect(await moves()).toHaveLength(1);
  });

  it('not with values that cannot be', async () => {
    const future = new Date(Date.now() + 3_600_000).toISOString();
    const wrong: [Parameters<typeof upTo>[2] | undefined, Parameters<Hub['ask']>[0], string, object, string, string][] = [
      ['confirmSample', sampler, 'confirmSample', { ...confirmation, photos: [] }, 'VALUE_INVALID', 'photos'],
      ['confirmSample', sampler, 'confirmSample', { ...confirmation, photos: [file(), file()] }, 'VALUE_INVALID', 'photos.1.hash'],
      ['confirmSample', sampler, 'confirmSample', { ...confirmation, quantity: 0 }, 'VALUE_INVALID', 'quantity'],
      ['confirmSample', sampler, 'confirmSample', { ...confirmation, quantity: 99 }, 'SAMPLE_QUANTITY_EXCEEDED', 'quantity'],
      ['confirmSample', sampler, 'confirmSample', { ...confirmation, productionDate: '2098-01-01' }, 'TIME_IN_FUTURE', 'productionDate'],
      ['confirmSample', sampler, 'confirmSample', { ...confirmation, expectedRevision: 9 }, 'REVISION_CONFLICT', 'expectedRevision'],
      ['shipSample', sampler, 'shipSample', { ...shipment, shippedAt: future }, 'TIME_IN_FUTURE', 'shippedAt'],
      ['shipSample', sampler, 'shipSample', { ...shipment, shippedAt: '2026-01-20T09:59:59+08:00' }, 'TIMES_OUT_OF_ORDER', 'shippedAt'],
      ['shipSample', sampler, 'shipSample', { ...shipment, place: ' ' }, 'VALUE_REQUIRED', 'place'],
      ['shipSample', sampler, 'shipSample', { ...shipment, waybill: '' }, 'VALUE_REQUIRED', 'waybill'],
      ['receiveSample', storekeeper, 'receiveSample', { ...receipt, receivedAt: '2026-01-22T09:00:00+08:00' }, 'TIMES_OUT_OF_ORDER', 'receivedAt'],
      ['receiveSample', storekeeper, 'receiveSample', { ...receipt, condition: '' }, 'VALUE_REQUIRED', 'condition'],
      ['verifySample', storekeeper, 'verifySample', { meets: false }, 'VALUE_REQUIRED', 'reasons'],
      ['preserveEvidence', storekeeper, 'warehouseSample', warehousing(''), 'EVIDENCE_MISSING', 'sampleId'],
      ['preserveEvidence', storekeeper, 'preserveEvidence', { ...evidence, files: [] }, 'VALUE_INVALID', 'files'],
      ['preserveEvidence', storekeeper, 'preserveEvidence', { ...evidence, takenAt: future }, 'TIME_IN_FUTURE', 'takenAt'],
      ['preserveEvidence', storekeeper, 'preserveEvidence', { ...evidence, takenAt: '2026-01-04T10:00:00+08:00' }, 'TIMES_OUT_OF_ORDER', 'takenAt'],
      ['warehouseSample', storekeeper, 'warehouseSample', { ...warehousing('another'), quantityForTest: 4 }, 'SAMPLE_QUANTITY_EXCEEDED', 'quantityForTest'],
      ['warehouseSample', storekeeper, 'warehouseSample', { ...warehousing('another'), quantityRetained: 2 }, 'SAMPLE_QUANTITY_EXCEEDED', 'quantityRetained'],
      ['warehouseSample', storekeeper, 'warehouseSample', { ...warehousing('another'), quantityRetained: -1 }, 'VALUE_INVALID', 'quantityRetained'],
      ['warehouseSample', storekeeper, 'warehouseSample', { ...warehousing('another'), sealNumber: '' }, 'VALUE_REQUIRED', 'sealNumber'],
    ];
    let reached: string | undefined;
    for (const [before, asker, name, content, code, field] of wrong) {
      if (before !== reached) {
        sampleId = (await bought(hub, planId))[0]?.sampleId ?? '';
        await upTo(hub, [sampleId], before);
        reached = before;
      }
      expect(await refusalOf(asker, name, content), `${name} ${JSON.stringify(content)}`).toMatchObject({ code, field });
    }
  });
});

describe('a sample that does not meet the requirements goes back (5.2.4 b)', () => {
  beforeEach(async () => {
    await upTo(hub, [sampleId], 'verifySample');
    await one(storekeeper, 'verifySample', { meets: false, reasons: '型号与采样任务不符' });
  });

  it('with refund and loss on record; the sampler owes it within the seven days of the law', async () => {
    const [, , owed] = await duties();
    expect(owed).toMatchObject({ kind: 'ReturnSample', role: 'SAMPLER', ended: 'OPEN', due_at: new Date('2026-01-31T00:00:00+08:00') });
    const { value } = await one(
      sampler,
      'returnSample',
      { reason: '型号不符', refund: { amount: '128.50' }, loss: { amount: '12.00', currency: 'CNY' }, carrier: '顺丰', waybill: 'SF2' },
      'id state purchase { state revision } verification { reasons } goodsReturn { reason refund { amount currency } loss { amount } waybill acted { role } }',
    );
    expect(value).toMatchObject({
      state: 'RETURNED',
      purchase: { state: 'RETURNED', revision: 2 },
      verification: { reasons: '型号与采样任务不符' },
      goodsReturn: { refund: { amount: '128.50', currency: 'CNY' }, loss: { amount: '12.00' }, waybill: 'SF2', acted: { role: 'SAMPLER' } },
    });
    expect(await ended()).toMatchObject({ ReturnSample: 'DONE' });
  });

  it('not without refund or loss, nor with amounts that cannot be; and it is not registered', async () => {
    expect(await refusalOf(sampler, 'returnSample', { reason: 'x' })).toMatchObject({ code: 'REFUND_OR_LOSS_NEEDED' });
    expect(await refusalOf(sampler, 'returnSample', { reason: 'x', refund: { amount: '-1' } })).toMatchObject({ field: 'refund.amount' });
    expect(await refusalOf(sampler, 'returnSample', { reason: 'x', refund: { amount: '128.51' } })).toMatchObject({ code: 'VALUE_INVALID', field: 'refund.amount' });
    expect(await refusalOf(sampler, 'returnSample', { reason: ' ', loss: { amount: '1' } })).toMatchObject({ field: 'reason' });
    expect(await refusalOf(storekeeper, 'registerSample', {})).toMatchObject({ code: 'STATE_NOT_POSSIBLE' });
  });
});

describe('a sample leaves for its lab (出库送检, 5.2.4 a)', () => {
  beforeEach(() => upTo(hub, [sampleId]));

  it('not before the lab has accepted; then the lab is told seal, number and carrier, and nothing of the purchase', async () => {
    const { id } = await commissioned(hub, 'lab-1', [sampleId]);
    expect(await refusalOf(storekeeper, 'dispatchSample', parcel(sampleId))).toMatchObject({ code: 'COMMISSION_NOT_ACCEPTED' });
    expect((await ended())['DispatchSample']).toBeUndefined();
    await tell(hub, 'labs', 'CommissionAnswered', id, { commissionId: id, labId: 'lab-1', answer: 'ACCEPTED' });
    expect(await ended()).toMatchObject({ DispatchSample: 'OPEN' });
    expect(await refusalOf(storekeeper, 'dispatchSample', { ...parcel(sampleId), quantity: 3 })).toMatchObject({ code: 'SAMPLE_QUANTITY_EXCEEDED' });
    const { value } = await one(storekeeper, 'dispatchSample', parcel(sampleId), 'id state dispatch { sealNumber quantity carrier waybill acted { role } }');
    expect(value).toMatchObject({ state: 'DISPATCHED', dispatch: { ...parcel(sampleId), acted: { role: 'STOREKEEPER' } } });
    expect(await ended()).toMatchObject({ DispatchSample: 'DONE' });
    const [event] = await hub.database.$queryRaw<{ receivers: string[]; payloads: { labs: object } }[]>`
      SELECT receivers, payloads FROM kernel.event WHERE kind = 'SampleDispatched' AND subject_id = ${sampleId}`;
    expect(event?.receivers.sort()).toEqual(['exchange', 'labs']);
    expect(event?.payloads.labs).toEqual({ sampleId, commissionId: id, ...parcel(sampleId), dispatchedAt: expect.any(String) });
  });

  it('under the seal that it lay under, or another with the reason', async () => {
    await accepted();
    const other = { ...parcel(sampleId), sealNumber: `anew ${sampleId}` };
    const refused = await refusalOf(storekeeper, 'dispatchSample', other);
    expect(refused).toMatchObject({ code: 'SEAL_CHANGED', field: 'sealNumber', message: expect.stringContaining(warehousing(sampleId).sealNumber) });
    const needless = { ...parcel(sampleId), resealReason: '封签破损' };
    expect(await refusalOf(storekeeper, 'dispatchSample', needless)).toMatchObject({ code: 'VALUE_INVALID', field: 'resealReason' });
    const { value } = await one(storekeeper, 'dispatchSample', { ...other, resealReason: '封签破损' }, 'id dispatch { sealNumber resealReason }');
    expect(value).toMatchObject({ dispatch: { sealNumber: other.sealNumber, resealReason: '封签破损' } });
  });

  it('and bears a seal of its own: of two samples that are put under one at once, one is', async () => {
    const [first, second] = await bought(hub, planId, 2);
    const ids = [first?.sampleId ?? '', second?.sampleId ?? ''];
    await upTo(hub, ids, 'warehouseSample');
    const sealed = (id: string, sealNumber: string) => act(hub, storekeeper, 'warehouseSample', onSamples([id], { ...warehousing(id), sealNumber }), 'id');
    const [taken] = await sealed(ids[0] ?? '', warehousing(sampleId).sealNumber);
    expect(taken?.refusal).toMatchObject({ code: 'SEAL_IN_USE', field: 'sealNumber', message: expect.stringContaining('YP-') });
    const outcomes = (await Promise.all(ids.map((id) => sealed(id, `one for ${planId}`)))).flat();
    expect(outcomes.map(({ refusal }) => refusal?.code ?? 'DONE').toSorted()).toEqual(['DONE', 'SEAL_IN_USE']);
  });

  it('and arrives: what the lab found is known here; told twice, or by another lab, it is kept apart', async () => {
    const commissionId = await accepted();
    await one(storekeeper, 'dispatchSample', parcel(sampleId));
    const arrived = (labId: string) =>
      tell(hub, 'labs', 'SampleReceiptRecorded', sampleId, { sampleId, commissionId, labId, receivedAt: '2026-02-01T00:00:00.000Z', sealIntact: false });
    await arrived('lab-2');
    await arrived('lab-1');
    await arrived('lab-1');
    const read = 'query ($id: ID!) { sample(id: $id) { state receiptAtLab { receivedAt sealIntact } } }';
    expect((await hub.ask(storekeeper, read, { id: sampleId })).data).toEqual({
      sample: { state: 'AT_LAB', receiptAtLab: { receivedAt: '2026-02-01T08:00:00.000+08:00', sealIntact: false } },
    });
    expect(await hub.database.unmatchedEvent.count({ where: { kind: 'SampleReceiptRecorded', subjectId: sampleId } })).toBe(2);
  });

  it('and cannot be inspected: the facts are known at once, nobody need dispatch it, and the commission ends with its last sample', async () => {
    const commissionId = await accepted();
    const failed = (complete: boolean) =>
      tell(hub, 'labs', 'InspectionFailed', sampleId, {
        failureId: 'f', sampleId, commissionId, labId: 'lab-1', reason: 'INSUFFICIENT_QUANTITY', facts: '样品数量不足', failedAt: '2026-02-01T00:00:00.000Z', complete,
      });
    await failed(true);
    await failed(true);
    const read = 'query ($id: ID!) { sample(id: $id) { state inspectionFailure { reason facts failedAt } commission { state } } }';
    expect((await hub.ask('regulator-province', read, { id: sampleId })).data).toEqual({
      sample: {
        state: 'INSPECTION_FAILED',
        inspectionFailure: { reason: 'INSUFFICIENT_QUANTITY', facts: '样品数量不足', failedAt: '2026-02-01T08:00:00.000+08:00' },
        commission: { state: 'REPORTED' },
      },
    });
    expect(await ended()).toMatchObject({ DispatchSample: 'DROPPED' });
    expect(await hub.database.unmatchedEvent.count({ where: { kind: 'InspectionFailed', subjectId: sampleId } })).toBe(1);
  });
});

describe('a sample that is needed no more is disposed of (样品处置)', () => {
  const told = { method: 'DESTROYED', place: '湖滨市样品库', quantity: 3, reason: '检验不能，已告知' };
  const colleague = { identity: 'center', role: 'STOREKEEPER', user: 2 } as const;
  beforeEach(async () => {
    await upTo(hub, [sampleId]);
    await hub.database.sample.update({ where: { id: sampleId }, data: { state: 'INSPECTION_FAILED', reached: { push: 'INSPECTION_FAILED' } } });
  });

  it('as one person tells and another bears witness; what was denied is told anew', async () => {
    expect(await refusalOf(colleague, 'witnessDisposal', { agrees: true })).toMatchObject({ code: 'DISPOSAL_NOT_TOLD' });
    expect(await refusalOf(storekeeper, 'disposeSample', { ...told, quantity: 4 })).toMatchObject({ code: 'SAMPLE_QUANTITY_EXCEEDED', field: 'quantity' });
    await one(storekeeper, 'disposeSample', told);
    expect(await refusalOf(colleague, 'disposeSample', told)).toMatchObject({ code: 'DISPOSAL_NOT_WITNESSED' });
    expect(await refusalOf(storekeeper, 'witnessDisposal', { agrees: true })).toMatchObject({ code: 'WITNESS_NEEDED' });
    expect(await refusalOf(colleague, 'witnessDisposal', { agrees: false })).toMatchObject({ code: 'VALUE_REQUIRED', field: 'remark' });
    expect((await one(colleague, 'witnessDisposal', { agrees: false, remark: '仍有一件在库' })).value).toMatchObject({ state: 'INSPECTION_FAILED' });
    await one(storekeeper, 'disposeSample', told);
    expect(await ended()).toMatchObject({ WitnessDisposal: 'OPEN' });
    const { value } = await one(colleague, 'witnessDisposal', { agrees: true }, 'id state disposals { method place quantity reason disposed { userId } witness { agrees remark signed { userId } } }');
    const { disposals, state } = value as unknown as { disposals: object[]; state: string };
    const first = { ...told, disposed: { userId: 'center.1' } };
    expect([state, ...disposals]).toEqual([
      'DISPOSED',
      { ...first, witness: { agrees: false, remark: '仍有一件在库', signed: { userId: 'center.2' } } },
      { ...first, witness: { agrees: true, remark: null, signed: { userId: 'center.2' } } },
    ]);
    expect((await duties()).filter(({ kind }) => kind === 'WitnessDisposal').map(({ role, part_of, ended: how }) => [role, part_of, how])).toEqual([['STOREKEEPER', planId, 'DONE'], ['STOREKEEPER', planId, 'DONE']]);
  });
});
