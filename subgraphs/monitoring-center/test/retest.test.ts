import { randomUUID } from 'node:crypto';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monitoringCenterService } from '../src/service.js';
import { act, analyst, storekeeper, type Hub } from './acts.js';
import { warehoused } from './sample-steps.js';
import { commissioned, issuedPlan, leak, mark, recordedScope, reported, tell, toldReport } from './thread.js';

let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
  for (const lab of ['lab-1', 'lab-2']) await recordedScope(hub, lab, [leak, mark]);
});
afterAll(() => hub.close());

const keyed = (content: object) => ({ idempotencyKey: randomUUID(), ...content });
const dueAt = '2099-01-01T00:00:00.000Z';

/** A sample with a report, whose monitoring data are fed back. */
async function fedBackSample() {
  const [sampleId = ''] = (await warehoused(hub, await issuedPlan(hub))).map((sample) => sample.sampleId);
  const commission = await commissioned(hub, 'lab-1', [sampleId]);
  await reported(hub, 'lab-1', commission.id, sampleId);
  return { sampleId, commissionId: commission.id, dataId: await fedBackFrom(sampleId) };
}
async function fedBackFrom(sampleId: string): Promise<string> {
  const [compiled] = await act(hub, analyst, 'compileMonitoringData', [keyed({ sampleId })]);
  const monitoringDataId = compiled?.value.id ?? '';
  await act(hub, analyst, 'feedBackMonitoringData', [keyed({ monitoringDataId })]);
  return monitoringDataId;
}
async function ordered(monitoringDataId: string, regulatorId = 'regulator-province') {
  const retestId = randomUUID();
  await tell(hub, 'regulator', 'RetestOrdered', retestId, { id: retestId, regulatorId, monitoringDataId, dueAt });
  return { retestId, sample: await hub.database.sample.findUnique({ where: { retestId } }) };
}
const upheld = (monitoringDataId: string, ground: string, reason = '异议成立') =>
  tell(hub, 'regulator', 'ObjectionDecided', randomUUID(), { regulatorId: 'regulator-province', monitoringDataId, ground, reason });
const toldRegulator = (kind: string, subjectId: string) =>
  hub.database.$queryRaw<{ payload: Record<string, unknown>; concerned: string[] }[]>`
    SELECT payloads -> 'regulator' AS payload, ARRAY(SELECT jsonb_array_elements_text(stamps -> 'concerned')) AS concerned
    FROM kernel.event WHERE kind = ${kind} AND subject_id = ${subjectId} ORDER BY position`;
const dutiesOn = (subjectId: string, kind: string) =>
  hub.database.$queryRaw<object[]>`SELECT role, due_at, closed_at IS NULL AS open, dropped FROM kernel.duty WHERE subject_id = ${subjectId} AND kind = ${kind}`;
const dataOf = (id: string) => hub.database.monitoringData.findUniqueOrThrow({ where: { id } });

describe('a retest on the retention sample (复检、备样, after 5.4.1)', () => {
  it('is set apart under a blind number of its own, is owed by the centre, and the first lab learns nothing of it', async () => {
    const { sampleId, dataId } = await fedBackSample();
    const { sample, retestId } = await ordered(dataId);
    const first = await hub.database.sample.findUniqueOrThrow({ where: { id: sampleId } });
    expect(sample).toMatchObject({ state: 'WAREHOUSED', quantity: 1, retestOfId: sampleId, retestId, concerned: ['regulator-province'], productName: first.productName });
    expect(sample?.blindNumber).not.toBe(first.blindNumber);
    expect(await dutiesOn(sample?.id ?? '', 'CarryOutRetest')).toEqual([{ role: 'ANALYST', due_at: new Date(dueAt), open: true, dropped: false }]);
    const read = `{ sample(id: "${sample?.id ?? ''}") { id } }`;
    expect((await hub.ask('lab-1', read)).data).toEqual({ sample: null });
    const follow = await hub.ask('regulator-province', `{ sample(id: "${sample?.id ?? ''}") { retestOf { id } retest { id } purchase { sample { id } } } }`);
    expect(follow.data).toEqual({ sample: { retestOf: { id: sampleId }, retest: { id: retestId }, purchase: { sample: { id: sampleId } } } });
  });

  it('goes to another lab than the first, accredited for the items, and its result supersedes as a new version of the same document', async () => {
    const { sampleId, dataId, commissionId } = await fedBackSample();
    const { sample, retestId } = await ordered(dataId);
    const retestSample = sample?.id ?? '';
    const to = (labId: string) => keyed({ sampleIds: [retestSample], labId, agreedDueAt: dueAt });
    const [refused] = await act(hub, analyst, 'commissionInspection', [to('lab-1')]);
    expect(refused?.refusal).toMatchObject({ code: 'RETEST_AT_FIRST_LAB', field: 'labId' });
    const [handedOn] = await act(hub, analyst, 'commissionInspection', [{ ...to('lab-2'), subcontractingAllowed: true }]);
    expect(handedOn?.refusal).toMatchObject({ code: 'RETEST_NOT_SUBCONTRACTED', field: 'subcontractingAllowed' });
    const second = await commissioned(hub, 'lab-2', [retestSample]);
    await reported(hub, 'lab-2', second.id, retestSample, { conclusion: 'CONFORMING', results: [] });
    const next = await fedBackFrom(retestSample);
    const before = await dataOf(dataId);
    expect(before).toMatchObject({ state: 'SUPERSEDED', supersededById: next });
    expect(await dataOf(next)).toMatchObject({ document: before.document, number: before.number, version: 2, conclusion: 'CONFORMING' });
    expect((await toldRegulator('MonitoringDataFedBack', next))[0]?.payload).toMatchObject({ retestId, supersedesId: dataId });
    expect(await dutiesOn(retestSample, 'CarryOutRetest')).toMatchObject([{ open: false, dropped: false }]);
    const [platforms] = await hub.database.$queryRaw<{ payload: object }[]>`SELECT payloads -> 'platforms' AS payload FROM kernel.event WHERE kind = 'MonitoringDataFedBack' AND subject_id = ${next}`;
    expect(platforms?.payload).not.toHaveProperty('retestId');
    // The first lab may correct its report: the retest stands.
    await reported(hub, 'lab-1', commissionId, sampleId);
    const [again] = await act(hub, analyst, 'compileMonitoringData', [keyed({ sampleId })]);
    expect(again?.refusal).toMatchObject({ code: 'RETEST_CONCLUDED' });
  });

  it('goes to no lab that did a part of the first test as subcontractor, whichever version of the report named it', async () => {
    const { name } = await hub.database.$queryRaw<{ name: string }[]>`SELECT name FROM kernel.participant WHERE id = 'lab-2'`.then(([lab]) => lab ?? { name: '' });
    const { certificateNumber } = await hub.database.labScope.findUniqueOrThrow({ where: { labId: 'lab-2' } });
    const another = { labId: null, name: '某检测公司', cmaCertificateNumber: '000000000000', reportNumber: 'F-1' };
    const refusalAfter = async (said: object) => {
      const { sampleId, commissionId, dataId } = await fedBackSample();
      const { sample } = await ordered(dataId);
      const [result] = toldReport('lab-1', commissionId, sampleId).results;
      await reported(hub, 'lab-1', commissionId, sampleId, { results: [{ ...result, subcontractor: { ...another, ...said } }] });
      await reported(hub, 'lab-1', commissionId, sampleId);
      const [outcome] = await act(hub, analyst, 'commissionInspection', [keyed({ sampleIds: [sample?.id], labId: 'lab-2', agreedDueAt: dueAt })]);
      return outcome?.refusal;
    };
    for (const said of [{ labId: 'lab-2' }, { cmaCertificateNumber: certificateNumber }, { name: `${name} 电气室` }]) {
      expect(await refusalAfter(said), JSON.stringify(said)).toMatchObject({ code: 'RETEST_AT_SUBCONTRACTOR', field: 'labId' });
    }
    expect(await refusalAfter({ labId: 'lab-3', name })).toBeNull();
  });

  it('that nothing was kept for, that was used, or that fails, is told to the regulator alone', async () => {
    const { sampleId, dataId } = await fedBackSample();
    const used = await ordered(dataId);
    const again = await ordered(dataId);
    expect(again.sample).toBeNull();
    expect(await toldRegulator('RetestImpossible', sampleId)).toEqual([{ payload: { retestId: again.retestId, reason: expect.stringContaining('备样') as string }, concerned: ['regulator-province'] }]);
    const second = await commissioned(hub, 'lab-2', [used.sample?.id ?? '']);
    await tell(hub, 'labs', 'InspectionFailed', randomUUID(), {
      ...{ failureId: randomUUID(), sampleId: used.sample?.id ?? '', commissionId: second.id, labId: 'lab-2', reason: 'DAMAGED' },
      ...{ facts: '样品破损', failedAt: '2026-03-01T00:00:00.000Z', complete: true },
    });
    expect(await toldRegulator('RetestImpossible', used.sample?.id ?? '')).toEqual([{ payload: { retestId: used.retestId, reason: '样品破损' }, concerned: ['regulator-province'] }]);
    expect(await dutiesOn(used.sample?.id ?? '', 'CarryOutRetest')).toMatchObject([{ open: false, dropped: true }]);
    expect((await ordered(dataId, 'regulator-city')).sample).toBeNull();
  });
});

describe('a retest that no lab can take (无法复检, after 5.4.1)', () => {
  it('cannot be of what is disposed of, which is what nothing may ask for any more', async () => {
    const { sampleId, dataId } = await fedBackSample();
    const { planId } = await hub.database.sample.findUniqueOrThrow({ where: { id: sampleId } });
    const colleague = { identity: 'center', role: 'STOREKEEPER', user: 2 } as const;
    const disposed = async () => (await act(hub, storekeeper, 'disposeSample', [keyed({ sampleId, method: 'DESTROYED', place: '样品库', quantity: 3, reason: '异议期满' })], 'id'))[0]?.refusal;
    const witnessed = async (said: object) => (await act(hub, colleague, 'witnessDisposal', [keyed({ sampleId, ...said })], 'id'))[0]?.refusal;
    expect(await disposed()).toMatchObject({ code: 'RETENTION_RUNS' });
    await hub.database.receivedMonitoringPlan.update({ where: { id: planId }, data: { state: 'COMPLETED' } });
    expect(await disposed()).toBeNull();

    const { sample } = await ordered(dataId);
    const needed = { code: 'SAMPLE_STILL_NEEDED', message: expect.stringContaining(sample?.number ?? 'none') };
    expect(await witnessed({ agrees: true })).toMatchObject(needed);
    expect(await witnessed({ agrees: false, remark: '仍在库中' })).toBeNull();
    expect(await disposed()).toMatchObject(needed);

    const other = await fedBackSample();
    await hub.database.sample.update({ where: { id: other.sampleId }, data: { state: 'DISPOSED' } });
    expect((await ordered(other.dataId)).sample).toBeNull();
    expect((await toldRegulator('RetestImpossible', other.sampleId))[0]?.payload).toMatchObject({ reason: expect.stringContaining('备样已处置') });
  });

  it('is reported by the centre with its reason: nothing more is owed of it, nobody is commissioned, and the regulator alone is told why', async () => {
    const { sampleId, dataId } = await fedBackSample();
    const { sample, retestId } = await ordered(dataId);
    const retestSample = sample?.id ?? '';
    const report = async (content: object) => (await act(hub, analyst, 'reportRetestImpossible', [keyed(content)]))[0];
    expect((await report({ sampleId: retestSample, reason: ' ' }))?.refusal).toMatchObject({ code: 'VALUE_REQUIRED', field: 'reason' });
    expect((await report({ sampleId, reason: '无' }))?.refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE' });
    const [first = ''] = (await warehoused(hub, await issuedPlan(hub))).map((each) => each.sampleId);
    expect((await report({ sampleId: first, reason: '无' }))?.refusal).toMatchObject({ code: 'SAMPLE_NOT_FOR_RETEST', field: 'sampleId' });
    expect((await report({ sampleId: retestSample, reason: '省内无其他具备资质的检验机构' }))?.refusal).toBeNull();
    expect(await hub.database.sample.findUniqueOrThrow({ where: { id: retestSample } })).toMatchObject({ state: 'INSPECTION_FAILED', failure: { facts: '省内无其他具备资质的检验机构' } });
    expect(await dutiesOn(retestSample, 'CarryOutRetest')).toMatchObject([{ open: false, dropped: true }]);
    expect(await toldRegulator('RetestImpossible', retestSample)).toEqual([{ payload: { retestId, reason: '省内无其他具备资质的检验机构' }, concerned: ['regulator-province'] }]);
    const [late] = await act(hub, analyst, 'commissionInspection', [keyed({ sampleIds: [retestSample], labId: 'lab-2', agreedDueAt: dueAt })]);
    expect(late?.refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', field: 'sampleIds' });
  });
});

describe('an upheld objection corrects the monitoring data (异议成立, after 5.4.1)', () => {
  it('of a producer whose product it is not: the new version names no producer, and the result stands', async () => {
    const { sampleId, dataId } = await fedBackSample();
    await upheld(dataId, 'NOT_OUR_PRODUCT', '经鉴定非其生产');
    expect(await dutiesOn(sampleId, 'CorrectMonitoringData')).toMatchObject([{ role: 'ANALYST', open: true }]);
    const next = await fedBackFrom(sampleId);
    expect(await dataOf(next)).toMatchObject({ version: 2, producerName: null, producerUscc: null, producerDisowned: true, conclusion: 'NONCONFORMING', remark: '经鉴定非其生产' });
    expect(await dataOf(dataId)).toMatchObject({ state: 'SUPERSEDED', producerName: expect.any(String) as string });
    expect(await dutiesOn(sampleId, 'CorrectMonitoringData')).toMatchObject([{ open: false, dropped: false }]);
    const [again] = await act(hub, analyst, 'compileMonitoringData', [keyed({ sampleId })]);
    expect(again?.refusal).toMatchObject({ code: 'MONITORING_DATA_COMPILED' });
  });

  it('on any other ground: nothing is held against the product; what a retest has superseded already is left as it is', async () => {
    const { sampleId, dataId } = await fedBackSample();
    await upheld(dataId, 'SAMPLING');
    expect(await dataOf(await fedBackFrom(sampleId))).toMatchObject({ conclusion: 'NOT_JUDGED', failedItems: [], producerDisowned: false });

    const other = await fedBackSample();
    const { sample } = await ordered(other.dataId);
    const second = await commissioned(hub, 'lab-2', [sample?.id ?? '']);
    await reported(hub, 'lab-2', second.id, sample?.id ?? '', { conclusion: 'CONFORMING', results: [] });
    const next = await fedBackFrom(sample?.id ?? '');
    await upheld(other.dataId, 'RESULT');
    expect(await dataOf(next)).toMatchObject({ state: 'FED_BACK', correction: null, conclusion: 'CONFORMING' });
  });

  it('also of what has superseded the version that was objected to, and does not conform either', async () => {
    const { sampleId, dataId } = await fedBackSample();
    await upheld(dataId, 'NOT_OUR_PRODUCT');
    const second = await fedBackFrom(sampleId);
    await upheld(dataId, 'SAMPLING');
    expect(await dutiesOn(sampleId, 'CorrectMonitoringData')).toContainEqual(expect.objectContaining({ open: true }));
    expect(await dataOf(await fedBackFrom(sampleId))).toMatchObject({ version: 3, supersedesId: second, conclusion: 'NOT_JUDGED', producerDisowned: true });
  });

  it('by all that were upheld, and no version that was compiled before one of them is fed back', async () => {
    const { sampleId, dataId } = await fedBackSample();
    await upheld(dataId, 'NOT_OUR_PRODUCT');
    const [compiled] = await act(hub, analyst, 'compileMonitoringData', [keyed({ sampleId })]);
    await upheld(dataId, 'TEST_METHOD');
    const [early] = await act(hub, analyst, 'feedBackMonitoringData', [keyed({ monitoringDataId: compiled?.value.id })]);
    expect(early?.refusal).toMatchObject({ code: 'CORRECTION_TO_APPLY', field: 'monitoringDataId' });
    expect(await dataOf(await fedBackFrom(sampleId))).toMatchObject({ version: 3, conclusion: 'NOT_JUDGED', failedItems: [], producerDisowned: true });
    expect(await dutiesOn(sampleId, 'CorrectMonitoringData')).not.toContainEqual(expect.objectContaining({ open: true }));
  });
});
