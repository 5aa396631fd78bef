import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportKey } from '../src/domain/report-key.js';
import { verifyReport } from '../src/signing/verify-report.js';
import { inDays, judgement, labsUnderTest, leakage, report, result, reviewer, signatory, technician, text, valueOf, type GivenCommission, type LabsUnderTest } from './labs-under-test.js';

let hub: LabsUnderTest;
beforeAll(async () => {
  hub = await labsUnderTest();
});
afterAll(() => hub.close());

const failing = [result(leakage, { measured: '0.91', verdict: 'NONCONFORMING' }), text()];

async function prepareNext(commission: GivenCommission, more: object) {
  return hub.act(technician('lab-1'), 'prepareInspectionReport', { receiptId: await hub.receiptOf(commission), ...report({ results: failing }), ...more });
}

async function issueNext(commission: GivenCommission, supersedesId: string, more: object = {}) {
  const { id: reportId } = valueOf(await prepareNext(commission, { supersedesId, supersessionReason: '泄漏电流抄录有误', ...more }));
  valueOf(await hub.act(reviewer('lab-1'), 'reviewInspectionReport', { reportId, outcome: 'PASS', judgements: [judgement()] }));
  return valueOf(await hub.act(signatory('lab-1'), 'issueInspectionReport', { reportId }));
}

describe('a new version takes the place of an issued report (5.3.4)', () => {
  it('with a reason; both stay readable and lead to each other, and the centre is told which gives way', async () => {
    const commission = await hub.acceptedCommission('lab-1');
    const first = await hub.issued('lab-1', commission);
    const second = await issueNext(commission, first.id);
    expect(second).toMatchObject({
      document: first.id,
      version: 2,
      state: 'ISSUED',
      conclusion: 'NONCONFORMING',
      supersedes: { id: first.id },
      supersessionReason: '泄漏电流抄录有误',
      supersededBy: null,
    });
    const read = `query ($id: ID!) { inspectionReport(id: $id) { state conclusion signature supersededBy { id } receipt { state } } }`;
    for (const identity of ['lab-1', 'center', 'regulator-province']) {
      expect((await hub.ask(identity, read, { id: first.id })).data).toEqual({
        inspectionReport: { state: 'SUPERSEDED', conclusion: 'CONFORMING', signature: first['signature'], supersededBy: { id: second.id }, receipt: { state: 'REPORTED' } },
      });
    }
    expect((await hub.told('InspectionReportIssued', second.id))[0]?.payloads['monitoring-center']).toMatchObject({
      reportId: second.id,
      document: first.id,
      version: 2,
      supersedesId: first.id,
      conclusion: 'NONCONFORMING',
      complete: true,
    });
    expect(await hub.told('InspectionReportSuperseded', first.id)).toHaveLength(1);
    expect(await hub.told('CommissionReported', commission.id)).toHaveLength(1);
    const acceptance = await hub.database.commissionAcceptance.findUniqueOrThrow({ where: { id: commission.id } });
    expect(acceptance.state).toBe('REPORTED');
  });

  it('where reports of a commission or a sample are read, only current versions stand; a document lists all', async () => {
    const commission = await hub.acceptedCommission('lab-1');
    const first = await hub.issued('lab-1', commission);
    const second = await issueNext(commission, first.id);
    const third = await issueNext(commission, second.id);
    const entities = `query ($r: [_Any!]!) { _entities(representations: $r) {
      ... on InspectionCommission { reports { id } receipts { reports { id version } } } ... on Sample { reports { id } } } }`;
    const r = [{ __typename: 'InspectionCommission', id: commission.id }, { __typename: 'Sample', id: commission.sampleIds[0] }];
    const all = [first, second, third].map(({ id }, index) => ({ id, version: index + 1 }));
    expect((await hub.ask('center', entities, { r })).data).toEqual({
      _entities: [{ reports: [{ id: third.id }], receipts: [{ reports: all }] }, { reports: [{ id: third.id }] }],
    });
    const list = `query ($filter: InspectionReportFilter) { inspectionReports(filter: $filter) { nodes { version } } }`;
    const answer = await hub.ask('center', list, { filter: { document: first.id } });
    expect(answer.data).toEqual({ inspectionReports: { nodes: [{ version: 3 }, { version: 2 }, { version: 1 }] } });
    const current = await hub.ask('center', list, { filter: { document: first.id, state: ['ISSUED'] } });
    expect(current.data).toEqual({ inspectionReports: { nodes: [{ version: 3 }] } });
  });

  it('signed with what it replaces and why, so that anybody can tell', async () => {
    const commission = await hub.acceptedCommission('lab-1');
    const first = await hub.issued('lab-1', commission);
    const second = await issueNext(commission, first.id);
    const { body } = await request(new URL('/.well-known/report-keys.json', hub.url));
    const keys = (await body.json()) as { keys: ReportKey[] };
    expect(await verifyReport(String(second['signature']), keys)).toMatchObject({
      genuine: true,
      content: { document: first.id, version: 2, supersedes: first.id, supersessionReason: '泄漏电流抄录有误', received: { sealNumber: 'FT-1' } },
    });
    expect(await verifyReport(String(first['signature']), keys)).toMatchObject({ genuine: true, content: { version: 1, supersedes: null } });
  });

  it('late or not, for the time was agreed for the first; its issue is owed for itself', async () => {
    const commission = await hub.acceptedCommission('lab-1');
    const first = await hub.issued('lab-1', commission);
    await hub.database.commissionAcceptance.update({ where: { id: commission.id }, data: { agreedDueAt: inDays(-1) } });
    const second = await issueNext(commission, first.id);
    expect(second).toMatchObject({ state: 'ISSUED', lateReason: null });
    expect(await hub.duties(second.id)).toMatchObject([
      { kind: 'ReviewInspectionReport', closed_at: expect.any(Date) },
      { kind: 'IssueInspectionReport', role: 'SIGNATORY', closed_at: expect.any(Date) },
    ]);
  });

  it('and is refused where it names no version, one that has given way, one of another sample, or no reason', async () => {
    const [commission, other] = [await hub.acceptedCommission('lab-1'), await hub.acceptedCommission('lab-1')];
    const [first, foreign] = [await hub.issued('lab-1', commission), await hub.issued('lab-1', other)];
    const refusalOf = async (more: object) => {
      const { outcomes } = await prepareNext(commission, more);
      return [outcomes[0]?.refusal?.code, outcomes[0]?.refusal?.['field']];
    };
    expect(await refusalOf({})).toEqual(['SAMPLE_ALREADY_REPORTED', 'supersedesId']);
    expect(await refusalOf({ supersedesId: first.id })).toEqual(['VALUE_REQUIRED', 'supersessionReason']);
    expect(await refusalOf({ supersedesId: foreign.id, supersessionReason: '更正' })).toEqual(['NOT_FOUND', 'supersedesId']);
    await issueNext(commission, first.id);
    expect(await refusalOf({ supersedesId: first.id, supersessionReason: '更正' })).toEqual(['VERSION_SUPERSEDED', 'supersedesId']);
    const fresh = await hub.acceptedCommission('lab-1');
    await hub.receive('lab-1', fresh);
    const early = await prepareNext(fresh, { supersedesId: first.id, supersessionReason: '更正' });
    expect(early.outcomes[0]?.refusal).toMatchObject({ code: 'NOT_FOUND', field: 'supersedesId' });
    const groundless = await prepareNext(fresh, { supersessionReason: '更正' });
    expect(groundless.outcomes[0]?.refusal).toMatchObject({ code: 'VALUE_INVALID', field: 'supersessionReason' });
  });

  it('once, where two are prepared at once', async () => {
    const commission = await hub.acceptedCommission('lab-1');
    const first = await hub.issued('lab-1', commission);
    const next = () => prepareNext(commission, { supersedesId: first.id, supersessionReason: '更正' });
    const two = await Promise.all([next(), next()]);
    expect(two.map(({ outcomes }) => outcomes[0]?.refusal?.code ?? 'DONE').sort()).toEqual(['DONE', 'REPORT_IN_PREPARATION']);
  });
});
