import { randomUUID } from 'node:crypto';
import { demoLabs } from '@hub/prisma/seed/demo-labs.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inDays, labsUnderTest, leakage, reviewer, result, signatory, technician, text, valueOf, type LabsUnderTest } from './labs-under-test.js';

let hub: LabsUnderTest;
beforeAll(async () => {
  hub = await labsUnderTest();
});
afterAll(() => hub.close());

const issue = (lab: string, reportId: string, more: object = {}) => hub.act(signatory(lab), 'issueInspectionReport', { reportId, ...more });

describe('a reviewed report is issued (3.3, 5.3.4)', () => {
  it('by the signatory, signed and concluded, and the centre is told what the ADR says', async () => {
    const commission = await hub.acceptedCommission('lab-1');
    const results = [text(), result(leakage, { measured: '1.02', verdict: 'NONCONFORMING' })];
    const reportId = await hub.reviewed('lab-1', commission, { results });
    const { outcomes } = await issue('lab-1', reportId, { expectedRevision: 2 });
    expect(outcomes[0]).toMatchObject({
      refusal: null,
      value: {
        id: reportId,
        document: reportId,
        version: 1,
        state: 'ISSUED',
        revision: 3,
        conclusion: 'NONCONFORMING',
        lateReason: null,
        signature: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
        preparedBy: 'lab-1.1',
        reviewedBy: 'lab-1.2',
        approvedBy: 'lab-1.3',
        sample: { id: commission.sampleIds[0] },
        commission: { id: commission.id },
        results: [
          { itemCode: 'LEAK', itemName: '泄漏电流', clause: '13', verdict: 'NONCONFORMING', subItems: [{ limit: '0.75', specimens: [{ measured: '1.02' }] }] },
          { itemCode: 'MARK', itemName: '标志和说明', clause: '7', verdict: 'CONFORMING', subItems: [{ judgement: '逐条核对，标志齐全' }] },
        ],
      },
    });
    const row = await hub.database.inspectionReport.findUniqueOrThrow({ where: { id: reportId } });
    const standard = { standardNumber: 'GB 4706.1', standardVersion: '2005' };
    expect(await hub.told('InspectionReportIssued', reportId)).toEqual([
      {
        receivers: ['exchange', 'monitoring-center'],
        payloads: {
          exchange: null,
          'monitoring-center': {
            reportId,
            document: reportId,
            version: 1,
            supersedesId: null,
            commissionId: commission.id,
            sampleId: commission.sampleIds[0],
            labId: 'lab-1',
            number: row.number,
            conclusion: 'NONCONFORMING',
            results: [
              { itemCode: 'LEAK', itemName: '泄漏电流', ...standard, clause: '13', subcontractor: null, subItem: null, limit: '0.75', measured: '1.02', unit: 'mA', verdict: 'NONCONFORMING' },
              { itemCode: 'MARK', itemName: '标志和说明', ...standard, clause: '7', subcontractor: null, subItem: null, limit: '符合第7章', measured: '符合', unit: null, verdict: 'CONFORMING' },
            ],
            issuedAt: row.issuedAt?.toISOString(),
            complete: true,
            signature: row.signature,
            key: { id: row.signingKeyId, publicJwk: expect.objectContaining({ kty: 'EC', crv: 'P-256' }) },
          },
        },
      },
    ]);
  });

  it('not by a signatory who is not authorised for the field of one of its items, but by one who is (3.3)', async () => {
    const { cma, cnas, scope } = demoLabs[0]!;
    const authorise = async (signatories?: object[]) => valueOf(await hub.act(signatory('lab-1'), 'recordAccreditation', { cma, cnas, scope, ...(signatories && { signatories }) }));
    const commission = await hub.acceptedCommission('lab-1');
    const reportId = await hub.reviewed('lab-1', commission, { results: [text(), result(leakage)] });
    await authorise([{ userId: 'lab-1.1' }, { userId: 'lab-1.3', itemCodes: ['MARK'] }]);
    const { outcomes } = await issue('lab-1', reportId);
    expect(outcomes[0]?.refusal).toMatchObject({ code: 'SIGNATORY_NOT_AUTHORISED', field: 'reportId', message: expect.stringMatching(/lab-1\.3.*LEAK 泄漏电流/) });
    expect(outcomes[0]?.refusal?.message).not.toContain('MARK');
    await authorise([{ userId: 'lab-1.1' }]);
    expect((await issue('lab-1', reportId)).outcomes[0]?.refusal).toMatchObject({ code: 'SIGNATORY_NOT_AUTHORISED' });
    await authorise([{ userId: 'lab-1.3', itemCodes: ['MARK', 'LEAK'] }]);
    expect((await issue('lab-1', reportId)).outcomes[0]).toMatchObject({ refusal: null, value: { state: 'ISSUED', approvedBy: 'lab-1.3' } });
    await authorise();
  });

  it('on each sample; with the last one the commission is reported and nothing is owed any more', async () => {
    const commission = await hub.acceptedCommission('lab-1', { samples: 2 });
    const state = async () => (await hub.database.commissionAcceptance.findUniqueOrThrow({ where: { id: commission.id } })).state;
    const owed = async () => (await hub.duties(commission.id)).filter(({ closed_at }) => closed_at === null).map(({ kind }) => kind);
    const complete = async (id: string) => (await hub.told('InspectionReportIssued', id))[0]?.payloads['monitoring-center']?.['complete'];

    const first = await hub.issued('lab-1', commission);
    expect([await state(), await owed(), await complete(first.id)]).toEqual(['ACCEPTED', ['IssueInspectionReport'], false]);
    expect(await hub.told('CommissionReported', commission.id)).toEqual([]);
    const { state: ofSample } = await hub.database.sampleReceipt.findUniqueOrThrow({ where: { id: await hub.receiptOf(commission) } });
    expect(ofSample).toBe('REPORTED');

    const last = await hub.issued('lab-1', commission, {}, 1);
    expect([await state(), await owed(), await complete(last.id)]).toEqual(['REPORTED', [], true]);
    expect(await hub.told('CommissionReported', commission.id)).toEqual([{ receivers: ['exchange'], payloads: { exchange: null } }]);
    expect((await issue('lab-1', last.id)).outcomes[0]?.refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'ISSUED', possibleFrom: ['REVIEWED'] });
  });

  it('on many samples at once, and exactly one of them is the last', async () => {
    const commission = await hub.acceptedCommission('lab-1', { samples: 6 });
    const ids: string[] = [];
    for (const sample of commission.sampleIds.keys()) ids.push(await hub.reviewed('lab-1', commission, {}, sample));
    const all = await Promise.all(ids.map((id) => issue('lab-1', id)));
    expect(all.map(({ outcomes }) => outcomes[0]?.refusal)).toEqual(Array(6).fill(null));
    const told = await Promise.all(ids.map(async (id) => (await hub.told('InspectionReportIssued', id))[0]));
    expect(told.filter((event) => event?.payloads['monitoring-center']?.['complete'])).toHaveLength(1);
    expect(await hub.database.signingKey.count({ where: { holder: 'lab-1' } })).toBe(1);
  });

  it('once, however often and at once it is sent: the same key gives the first answer, another finds it issued', async () => {
    const reportId = await hub.reviewed('lab-1', await hub.acceptedCommission('lab-1'));
    const idempotencyKey = randomUUID();
    const same = await Promise.all([1, 2, 3].map(() => issue('lab-1', reportId, { idempotencyKey })));
    expect(new Set(same.map(({ outcomes }) => outcomes[0]?.value?.['signature'])).size).toBe(1);
    expect(await hub.told('InspectionReportIssued', reportId)).toHaveLength(1);

    const other = await hub.reviewed('lab-1', await hub.acceptedCommission('lab-1'));
    const two = await Promise.all([issue('lab-1', other), issue('lab-1', other)]);
    expect(two.map(({ outcomes }) => outcomes[0]?.refusal?.code ?? 'DONE').sort()).toEqual(['DONE', 'STATE_NOT_POSSIBLE']);
  });

  it('after the agreed time only with the reason, which is then no secret (5.3.5)', async () => {
    const commission = await hub.acceptedCommission('lab-1');
    const reportId = await hub.reviewed('lab-1', commission);
    expect((await issue('lab-1', reportId, { lateReason: '设备故障' })).outcomes[0]?.refusal).toMatchObject({ code: 'VALUE_INVALID', field: 'lateReason' });
    await hub.database.commissionAcceptance.update({ where: { id: commission.id }, data: { agreedDueAt: inDays(-1) } });
    expect((await issue('lab-1', reportId)).outcomes[0]?.refusal).toMatchObject({ code: 'REPORT_LATE', field: 'lateReason' });
    expect(valueOf(await issue('lab-1', reportId, { lateReason: '设备故障' }))).toMatchObject({ state: 'ISSUED', lateReason: '设备故障' });

    const late = async (wanted: boolean) => {
      const query = 'query ($filter: InspectionReportFilter) { inspectionReports(first: 500, filter: $filter) { nodes { id } } }';
      const answer = await hub.ask<{ inspectionReports: { nodes: { id: string }[] } }>('center', query, { filter: { late: wanted } });
      return answer.data.inspectionReports.nodes.map(({ id }) => id);
    };
    expect(await late(true)).toEqual([reportId]);
    expect(await late(false)).not.toContain(reportId);
  });

  it('by a signatory of the lab alone, who is neither who prepared nor who reviewed it', async () => {
    const reportId = await hub.reviewed('lab-1', await hub.acceptedCommission('lab-1'));
    for (const asker of [technician('lab-1'), reviewer('lab-1'), 'center', 'regulator-province', 'platform-1']) {
      const answer = await hub.act(asker, 'issueInspectionReport', { reportId });
      expect(answer.errors).toMatchObject([{ extensions: { code: 'ACT_NOT_PERMITTED' } }]);
    }
    for (const user of [1, 2] as const) {
      const { outcomes } = await hub.act(signatory('lab-1', user), 'issueInspectionReport', { reportId });
      expect(outcomes[0]?.refusal).toMatchObject({ code: 'THREE_PERSONS_REQUIRED', field: 'reportId' });
    }
    const foreign = await hub.act(signatory('lab-2'), 'issueInspectionReport', { reportId }, { reportId: 'no-such-report' });
    expect(foreign.outcomes.map(({ refusal }) => refusal?.code)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(valueOf(await issue('lab-1', reportId))).toMatchObject({ state: 'ISSUED' });
  });

  it('or returned by the signatory with a reason, to be revised and reviewed again', async () => {
    const reportId = await hub.reviewed('lab-1', await hub.acceptedCommission('lab-1'));
    const give = (reason: string) => hub.act(signatory('lab-1'), 'returnInspectionReport', { reportId, reason });
    expect((await give(' ')).outcomes[0]?.refusal).toMatchObject({ code: 'VALUE_REQUIRED', field: 'reason' });
    expect(valueOf(await give('样品描述与收样记录不符'))).toMatchObject({ state: 'RETURNED', returnReason: '样品描述与收样记录不符' });
    expect((await issue('lab-1', reportId)).outcomes[0]?.refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'RETURNED' });
    expect((await hub.duties(reportId)).filter(({ closed_at }) => closed_at === null)).toMatchObject([{ kind: 'ReviseInspectionReport', role: 'TECHNICIAN' }]);
  });
});
