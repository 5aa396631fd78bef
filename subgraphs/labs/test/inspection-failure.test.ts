import { eventually } from '@hub/kernel/testing/eventually.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labsUnderTest, photo, reviewer, signatory, technician, valueOf, type LabsUnderTest } from './labs-under-test.js';

let hub: LabsUnderTest;
beforeAll(async () => {
  hub = await labsUnderTest();
});
afterAll(() => hub.close());

const fail = (receiptId: string, change: object = {}) =>
  hub.act(technician('lab-1'), 'reportInspectionFailure', { receiptId, reason: 'SAMPLE_DAMAGED', facts: '壶体开裂，无法通水', evidence: [photo('b')], ...change });
const stateOf = async (id: string) => (await hub.database.commissionAcceptance.findUniqueOrThrow({ where: { id } })).state;

describe('a sample that cannot be inspected (检验不能, 5.3.2)', () => {
  it('is reported with facts and evidence, and the centre is told at once', async () => {
    const commission = await hub.acceptedCommission('lab-1', { samples: 2 });
    const receiptId = await hub.receive('lab-1', commission);
    const failure = valueOf(await fail(receiptId));
    expect(failure).toMatchObject({
      reason: 'SAMPLE_DAMAGED',
      facts: '壶体开裂，无法通水',
      evidence: [{ hash: photo('b').hash }],
      reported: { userId: 'lab-1.1' },
      receipt: { id: receiptId, state: 'FAILED' },
      sample: { id: commission.sampleIds[0] },
      commission: { id: commission.id },
    });
    const told = await hub.told('InspectionFailed', failure.id);
    expect(told.map(({ payloads }) => payloads['monitoring-center'])).toEqual([
      {
        failureId: failure.id,
        sampleId: commission.sampleIds[0],
        commissionId: commission.id,
        labId: 'lab-1',
        reason: 'SAMPLE_DAMAGED',
        facts: '壶体开裂，无法通水',
        failedAt: expect.stringMatching(/Z$/),
        complete: false,
      },
    ]);
    expect(await stateOf(commission.id)).toBe('ACCEPTED');
  });

  it('needs facts and evidence, is its own lab’s to report, and fails once', async () => {
    const receiptId = await hub.receive('lab-1', await hub.acceptedCommission('lab-1'));
    const foreign = await hub.receiptOf(await hub.acceptedCommission('lab-2'));
    const refusalOf = async (id: string, change: object) => {
      const { outcomes } = await fail(id, change);
      return [outcomes[0]?.refusal?.code, outcomes[0]?.refusal?.['field']];
    };
    expect(await refusalOf(receiptId, { evidence: [] })).toEqual(['VALUE_INVALID', 'evidence']);
    expect(await refusalOf(receiptId, { facts: '' })).toEqual(['VALUE_REQUIRED', 'facts']);
    expect(await refusalOf(receiptId, { evidence: [{ ...photo(), hash: 'md5:1' }] })).toEqual(['VALUE_INVALID', 'evidence.0.hash']);
    expect(await refusalOf(foreign, {})).toEqual(['NOT_FOUND', 'receiptId']);
    const byReviewer = await hub.act(reviewer('lab-1'), 'reportInspectionFailure', { receiptId, reason: 'OTHER', facts: 'x', evidence: [photo()] });
    expect(byReviewer.errors).toMatchObject([{ extensions: { code: 'ACT_NOT_PERMITTED' } }]);
    const two = await Promise.all([fail(receiptId), fail(receiptId)]);
    expect(two.map(({ outcomes }) => outcomes[0]?.refusal?.code ?? 'DONE').sort()).toEqual(['DONE', 'STATE_NOT_POSSIBLE']);
    expect(await refusalOf(receiptId, {})).toEqual(['STATE_NOT_POSSIBLE', 'receiptId']);
  });

  it('may be lost on its way: then nobody owes its receipt any more, and with the last sample the commission is reported', async () => {
    const commission = await hub.acceptedCommission('lab-1', { samples: 2 });
    await hub.issued('lab-1', commission);
    const [, sampleId = ''] = commission.sampleIds;
    const payload = { sampleId, commissionId: commission.id, sealNumber: 'FT-2', quantity: 1, carrier: null, waybill: null, dispatchedAt: new Date().toISOString() };
    hub.others.say({ kind: 'SampleDispatched', subjectType: 'Sample', subjectId: sampleId, payload });
    const receiptId = await hub.receiptOf(commission, 1);
    await eventually(() => hub.duties(receiptId), (duties) => duties.length === 1);
    const failure = valueOf(await fail(receiptId, { reason: 'SAMPLE_LOST', facts: '承运人确认遗失' }));
    expect((await hub.told('InspectionFailed', failure.id))[0]?.payloads['monitoring-center']).toMatchObject({ complete: true });
    expect(await stateOf(commission.id)).toBe('REPORTED');
    const ended = [...(await hub.duties(receiptId)), ...(await hub.duties(commission.id))];
    expect(ended.filter(({ closed_at }) => closed_at === null)).toEqual([]);
    const dropped = await hub.database.$queryRaw<{ kind: string }[]>`SELECT kind FROM kernel.duty WHERE dropped AND subject_id = ${receiptId}`;
    expect(dropped).toEqual([{ kind: 'ReceiveSample' }]);
  });

  it('ends a report under way on it, whoever would have had to go on; its number stays used', async () => {
    for (const reached of ['PREPARED', 'RETURNED', 'REVIEWED']) {
      const commission = await hub.acceptedCommission('lab-1');
      const number = `BG-作废-${reached}`;
      const id = reached === 'REVIEWED' ? await hub.reviewed('lab-1', commission, { number }) : valueOf(await hub.prepare('lab-1', commission, { number })).id;
      if (reached === 'RETURNED') await hub.act(reviewer('lab-1'), 'reviewInspectionReport', { reportId: id, outcome: 'RETURN', reason: '有误' });
      valueOf(await fail(await hub.receiptOf(commission)));
      expect(await hub.database.inspectionReport.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'DISCARDED' });
      expect((await hub.duties(id)).filter(({ closed_at }) => closed_at === null)).toEqual([]);
      const late = await hub.act(signatory('lab-1'), 'issueInspectionReport', { reportId: id });
      expect(late.outcomes[0]?.refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'DISCARDED' });
      const again = await hub.prepare('lab-1', await hub.acceptedCommission('lab-1'), { number });
      expect(again.outcomes[0]?.refusal).toMatchObject({ code: 'REPORT_NUMBER_TAKEN' });
    }
  });

  it('either fails or is reported, where both are tried at once', async () => {
    const commission = await hub.acceptedCommission('lab-1');
    const reportId = await hub.reviewed('lab-1', commission);
    const both = await Promise.all([fail(await hub.receiptOf(commission)), hub.act(signatory('lab-1'), 'issueInspectionReport', { reportId })]);
    expect(both.map(({ outcomes }) => outcomes[0]?.refusal?.code ?? 'DONE').sort()).toEqual(['DONE', 'STATE_NOT_POSSIBLE']);
    expect(await stateOf(commission.id)).toBe('REPORTED');
    expect(await hub.told('CommissionReported', commission.id)).toHaveLength(1);
  });

  it('is seen by its lab, the centre and the regulator that ordered, by reason and time, and by nobody else', async () => {
    const commission = await hub.acceptedCommission('lab-1');
    const { id } = valueOf(await fail(await hub.receiptOf(commission), { reason: 'METHOD_NOT_APPLICABLE' }));
    const list = 'query ($filter: InspectionFailureFilter) { inspectionFailures(filter: $filter) { nodes { id } } }';
    const found = async (identity: string, filter: object) => (await hub.ask<{ inspectionFailures: { nodes: { id: string }[] } }>(identity, list, { filter })).data.inspectionFailures.nodes;
    const of = { commissionId: commission.id };
    for (const identity of ['lab-1', 'center', 'regulator-province']) expect(await found(identity, of)).toEqual([{ id }]);
    for (const identity of ['lab-2', 'regulator-city']) expect(await found(identity, of)).toEqual([]);
    expect(await found('center', { ...of, reason: ['SAMPLE_LOST'] })).toEqual([]);
    expect(await found('center', { ...of, reason: ['METHOD_NOT_APPLICABLE'], failedUntil: new Date(0) })).toEqual([]);
    const entity = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on InspectionCommission { failures { id reported { userId } } receipts { state failure { id } } } } }`;
    const answer = await hub.ask('center', entity, { r: [{ __typename: 'InspectionCommission', id: commission.id }] });
    expect(answer.data).toEqual({ _entities: [{ failures: [{ id, reported: null }], receipts: [{ state: 'FAILED', failure: { id } }] }] });
    expect((await hub.ask('platform-1', list)).errors).toMatchObject([{ extensions: { code: 'SHARING_NOT_IN_AUDIENCE' } }]);
  });
});
