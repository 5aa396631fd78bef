import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labsUnderTest, signatory, valueOf, type LabsUnderTest } from './labs-under-test.js';

let hub: LabsUnderTest;
beforeAll(async () => {
  hub = await labsUnderTest();
});
afterAll(() => hub.close());

/** The centre refuses a report; resolves once the labs have taken that in. */
async function refuse(reportId: string, labId = 'lab-1') {
  hub.others.say({ kind: 'ReportRefused', subjectType: 'ReportReceipt', subjectId: reportId, payload: { reportId, labId, code: 'REPORT_SIGNATURE_WRONG' } });
  // What is said after it is taken in after it.
  await hub.commission(labId);
}
const toReplace = async (reportId: string) => (await hub.duties(reportId)).filter(({ kind }) => kind === 'ReplaceInspectionReport');

describe('a report that the centre refuses is the lab’s to replace (3.3)', () => {
  it('it is told in the lab’s feed, and a new version is owed within a time', async () => {
    const before = Date.now();
    const { id } = await hub.issued('lab-1', await hub.acceptedCommission('lab-1'));
    await refuse(id);
    const [duty, ...more] = await toReplace(id);
    expect([duty, more]).toMatchObject([{ party_id: 'lab-1', role: 'TECHNICIAN', concerned: ['center', 'regulator-province'], closed_at: null }, []]);
    expect((duty?.due_at.getTime() ?? 0) - before).toBeGreaterThan(47 * 3_600_000);
    expect(await hub.told('InspectionReportRefused', id)).toMatchObject([{ receivers: ['exchange'] }]);
  });

  it('until the new version is issued', async () => {
    const commission = await hub.acceptedCommission('lab-1');
    const { id } = await hub.issued('lab-1', commission);
    await refuse(id);
    const next = await hub.reviewed('lab-1', commission, { supersedesId: id, supersessionReason: '签名不符，重新签发' });
    expect(await toReplace(id)).toMatchObject([{ closed_at: null }]);
    valueOf(await hub.act(signatory('lab-1'), 'issueInspectionReport', { reportId: next }));
    expect(await toReplace(id)).toMatchObject([{ closed_at: expect.any(Date) }]);
    expect(await hub.database.$queryRaw<object[]>`SELECT dropped FROM kernel.duty WHERE kind = 'ReplaceInspectionReport' AND subject_id = ${id}`).toEqual([{ dropped: false }]);
  });

  it('and not once it has been replaced before the refusal came, but it is told all the same', async () => {
    const commission = await hub.acceptedCommission('lab-1');
    const { id } = await hub.issued('lab-1', commission);
    await hub.issued('lab-1', commission, { supersedesId: id, supersessionReason: '更正' });
    await refuse(id);
    expect(await toReplace(id)).toEqual([]);
    expect(await hub.told('InspectionReportRefused', id)).toHaveLength(1);
  });

  it('while a refusal of another lab’s report, or of none, is nobody’s', async () => {
    const { id } = await hub.issued('lab-1', await hub.acceptedCommission('lab-1'));
    await refuse(id, 'lab-2');
    const unknown = randomUUID();
    await refuse(unknown);
    for (const reportId of [id, unknown]) expect([await toReplace(reportId), await hub.told('InspectionReportRefused', reportId)]).toEqual([[], []]);
  });
});
