import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoLabs } from '@hub/prisma/seed/demo-labs.js';
import { judgement, keyOf, labsUnderTest, leakage, marking, result, reviewer, signatory, text, valueOf, type LabsUnderTest } from './labs-under-test.js';

let hub: LabsUnderTest;
beforeAll(async () => {
  hub = await labsUnderTest();
});
afterAll(() => hub.close());

const cma = demoLabs.find(({ labId }) => labId === 'lab-1')?.cma ?? { certificateNumber: '', validFrom: '', validUntil: '' };
const ofLab2 = demoLabs.find(({ labId }) => labId === 'lab-2')?.cma;
const scopeOf = (...items: (typeof leakage)[]) => items.map((item) => ({ ...keyOf(item), itemName: item.name, site: '总部' }));
const record = async (scope: object[], certificate: object = cma, lab = 'lab-1') =>
  valueOf(await hub.act(signatory(lab), 'recordAccreditation', { cma: certificate, scope }));
const issue = async (reportId: string) => valueOf(await hub.act(signatory('lab-1'), 'issueInspectionReport', { reportId }));
const signedOf = ({ signature }: Record<string, unknown>) => JSON.parse(Buffer.from(String(signature).split('.')[1] ?? '', 'base64url').toString()) as object;
beforeEach(() => record(scopeOf(leakage, marking)).catch(() => undefined));

describe('a report bears the CMA mark (资质认定标志, 3.2 c)', () => {
  it('where each item that was inspected lies within the scope of its lab', async () => {
    const issued = await hub.issued('lab-1', await hub.acceptedCommission('lab-1'));
    const said = { cmaMark: cma.certificateNumber, results: [{ itemCode: 'LEAK', inScope: true }, { itemCode: 'MARK', inScope: true }] };
    expect(issued).toMatchObject(said);
    expect(signedOf(issued)).toMatchObject(said);
  });

  it('and none where an item does not, by the day of issue; the item is marked, and the signature says so', async () => {
    const id = await hub.reviewed('lab-1', await hub.acceptedCommission('lab-1'));
    await record(scopeOf(marking, { ...leakage, standardVersion: '2024' }));
    const issued = await issue(id);
    const said = { cmaMark: null, results: [{ itemCode: 'LEAK', inScope: false }, { itemCode: 'MARK', inScope: true }] };
    expect(issued).toMatchObject(said);
    expect(signedOf(issued)).toMatchObject(said);
    const failed = { ...keyOf(leakage), failure: { reason: 'SAMPLE_DAMAGED', facts: '试样击穿' } };
    const other = await hub.issued('lab-1', await hub.acceptedCommission('lab-1'), { results: [failed, text()] });
    expect(other).toMatchObject({ cmaMark: cma.certificateNumber, results: [{ inScope: false }, { inScope: true }] });
  });

  it('nor on a day on which the CMA is not valid', async () => {
    await record(scopeOf(leakage, marking), { ...cma, validUntil: '2024-12-31' });
    expect(valueOf(await hub.prepare('lab-1', await hub.acceptedCommission('lab-1')))).toMatchObject({ cmaMark: null, results: [{ inScope: false }, { inScope: false }] });
  });
});

describe('a subcontractor (分包方, 3.2 c)', () => {
  const prepareWith = async (subcontractor: object) =>
    hub.prepare('lab-1', await hub.acceptedCommission('lab-1', { subcontractingAllowed: true }), { results: [result(leakage, { subcontractor }), text()] });
  const refusalOf = async (subcontractor: object) => {
    const { outcomes } = await prepareWith(subcontractor);
    return [outcomes[0]?.refusal?.code, String(outcomes[0]?.refusal?.['field']).replace('results.0.subcontractor.', '')];
  };

  it('of the hub is named by its id, and the register says the rest; the centre is told who it was', async () => {
    const { id } = valueOf(await prepareWith({ labId: 'lab-2', reportNumber: 'BL-7' }));
    valueOf(await hub.act(reviewer('lab-1'), 'reviewInspectionReport', { reportId: id, outcome: 'PASS', judgements: [judgement()] }));
    const subcontractor = { labId: 'lab-2', name: expect.stringMatching(/./) as string, cmaCertificateNumber: ofLab2?.certificateNumber, reportNumber: 'BL-7' };
    const issued = await issue(id);
    expect(issued).toMatchObject({ results: [{ subcontractor }, { subcontractor: null }] });
    expect(signedOf(issued)).toMatchObject({ results: [{ subcontractor }, { subcontractor: null }] });
    const [event] = await hub.told('InspectionReportIssued', id);
    expect(event?.payloads['monitoring-center']?.['results']).toMatchObject([{ subcontractor }, { subcontractor: null }]);
    expect(JSON.stringify(event?.payloads['exchange'])).not.toContain('lab-2');
  });

  it('is another lab, with a CMA that is valid, or one outside the hub with name, certificate and report', async () => {
    expect(await refusalOf({ labId: 'lab-1' })).toEqual(['NOT_FOUND', 'labId']);
    expect(await refusalOf({ labId: 'center' })).toEqual(['NOT_FOUND', 'labId']);
    expect(await refusalOf({ labId: 'lab-2', name: '另一名称' })).toEqual(['VALUE_INVALID', 'name']);
    const outside = { name: '白鹭质量检验有限公司', cmaCertificateNumber: '251300340777', reportNumber: 'BL-9' };
    for (const field of Object.keys(outside)) expect(await refusalOf({ ...outside, [field]: null })).toEqual(['VALUE_REQUIRED', field]);
    const { scope } = await hub.database.lab.findUniqueOrThrow({ where: { id: 'lab-2' } });
    await record(scope as object[], { ...ofLab2, validUntil: '2024-12-31' }, 'lab-2');
    expect(await refusalOf({ labId: 'lab-2' })).toEqual(['VALUE_INVALID', 'labId']);
    await record(scope as object[], ofLab2, 'lab-2');
  });

  it('of a report from before is read by the name that stood there, and the report may still be issued', async () => {
    const id = await hub.reviewed('lab-1', await hub.acceptedCommission('lab-1'));
    const { results } = await hub.database.inspectionReport.findUniqueOrThrow({ where: { id } });
    const before = (results as Record<string, unknown>[]).map(({ subcontractor: _none, inScope: _no, ...item }, index) => ({ ...item, subcontractedTo: index === 0 ? '白鹭质量检验有限公司' : null }));
    await hub.database.inspectionReport.update({ where: { id }, data: { results: before, cmaMark: null } });
    const read = 'query ($id: ID!) { inspectionReport(id: $id) { cmaMark results { inScope subcontractor { labId name cmaCertificateNumber } verdict } } }';
    const named = { labId: null, name: '白鹭质量检验有限公司', cmaCertificateNumber: null };
    expect((await hub.ask('lab-1', read, { id })).data).toEqual({
      inspectionReport: { cmaMark: null, results: [{ inScope: null, subcontractor: named, verdict: 'CONFORMING' }, { inScope: null, subcontractor: null, verdict: 'CONFORMING' }] },
    });
    expect(await issue(id)).toMatchObject({ results: [{ subcontractor: named }, { subcontractor: null }] });
  });
});
