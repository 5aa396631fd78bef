import { eventually } from '@hub/kernel/testing/eventually.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  judgement,
  keyOf,
  labsUnderTest,
  leakage,
  report,
  result,
  reviewer,
  signatory,
  technician,
  text,
  valueOf,
  type GivenCommission,
  type LabsUnderTest,
} from './labs-under-test.js';

let hub: LabsUnderTest;
beforeAll(async () => {
  hub = await labsUnderTest();
});
afterAll(() => hub.close());

const review = (reportId: string, more: object = {}, asker = reviewer('lab-1')) =>
  hub.act(asker, 'reviewInspectionReport', { reportId, outcome: 'PASS', judgements: [judgement()], ...more });
const openDuties = async (id: string) => (await hub.duties(id)).filter(({ closed_at }) => closed_at === null);

describe('a report is prepared (编制, 3.3)', () => {
  it('by a technician, complete and concluded, and a review is owed; nobody outside the lab sees it', async () => {
    const commission = await hub.acceptedCommission('lab-1');
    const prepared = valueOf(await hub.prepare('lab-1', commission, { results: [text(), result()] }));
    expect(prepared).toMatchObject({
      document: prepared.id,
      version: 1,
      state: 'PREPARED',
      conclusion: 'CONFORMING',
      issuedAt: null,
      signature: null,
      preparedBy: 'lab-1.1',
      reviewedBy: null,
      approvedBy: null,
      results: [{ itemCode: 'LEAK' }, { itemCode: 'MARK' }],
    });
    expect(await hub.duties(prepared.id)).toMatchObject([
      { kind: 'ReviewInspectionReport', party_id: 'lab-1', role: 'REVIEWER', concerned: ['center', 'regulator-province'], closed_at: null },
    ]);
    const read = 'query ($id: ID!) { inspectionReport(id: $id) { id } }';
    for (const identity of ['center', 'regulator-province', 'lab-2']) {
      expect((await hub.ask(identity, read, { id: prepared.id })).data).toEqual({ inspectionReport: null });
    }
  });

  it('from the results recorded where none are given', async () => {
    const commission = await hub.acceptedCommission('lab-1');
    const receiptId = await hub.receive('lab-1', commission);
    valueOf(await hub.act(technician('lab-1'), 'recordTestResults', { receiptId, results: [result(leakage, { measured: '0.31' })] }));
    const lacking = await hub.prepare('lab-1', commission, { results: undefined });
    expect(lacking.outcomes[0]?.refusal).toMatchObject({ code: 'REPORT_INCOMPLETE', message: expect.stringContaining('MARK (GB 4706.1-2005)') });
    valueOf(await hub.act(technician('lab-1'), 'recordTestResults', { receiptId, results: [text()] }));
    const { results } = valueOf(await hub.prepare('lab-1', commission, { results: undefined }));
    expect(results).toMatchObject([{ subItems: [{ specimens: [{ measured: '0.31' }] }] }, { itemCode: 'MARK' }]);
  });

  it('one at a time on a sample', async () => {
    const commission = await hub.acceptedCommission('lab-1');
    await hub.receive('lab-1', commission);
    const two = await Promise.all([hub.prepare('lab-1', commission), hub.prepare('lab-1', commission)]);
    expect(two.map(({ outcomes }) => outcomes[0]?.refusal?.code ?? 'DONE').sort()).toEqual(['DONE', 'REPORT_IN_PREPARATION']);
  });

  it('under a number that its lab has not used, also when two take it at the same moment; another lab may have the same', async () => {
    const [one, two] = [await hub.acceptedCommission('lab-1'), await hub.acceptedCommission('lab-1')];
    const number = 'BG-2026-同号';
    const all = await Promise.all([one, two].map((commission) => hub.prepare('lab-1', commission, { number })));
    const refusals = all.map(({ outcomes }) => outcomes[0]?.refusal ?? null);
    expect(refusals.filter((refusal) => refusal === null)).toHaveLength(1);
    expect(refusals.find((refusal) => refusal !== null)).toMatchObject({ code: 'REPORT_NUMBER_TAKEN', field: 'number' });
    const loser = refusals[0] === null ? two : one;
    expect(await hub.database.inspectionReport.count({ where: { commissionId: loser.id } })).toBe(0);
    valueOf(await hub.prepare('lab-1', loser));
    valueOf(await hub.prepare('lab-2', await hub.acceptedCommission('lab-2'), { number }));
  });

  it('under the next number of its lab where none is named, which passes over those given by hand', async () => {
    const numbered = async (lab: string, number?: string) => valueOf(await hub.prepare(lab, await hub.acceptedCommission(lab), { number: number ?? null }))['number'];
    const year = new Date().toLocaleString('en', { timeZone: 'Asia/Shanghai', year: 'numeric' });
    expect(await numbered('lab-1')).toBe(`BG-${year}-000001`);
    await numbered('lab-1', `BG-${year}-000002`);
    expect(await Promise.all([numbered('lab-2'), numbered('lab-1')])).toEqual([`BG-${year}-000001`, `BG-${year}-000003`]);
    // A refused report takes none.
    expect((await hub.prepare('lab-1', await hub.acceptedCommission('lab-1'), { number: null, results: [] })).outcomes[0]?.refusal).not.toBeNull();
    expect(await numbered('lab-1')).toBe(`BG-${year}-000004`);
    const commission = await hub.acceptedCommission('lab-1');
    let prepared: ReturnType<typeof hub.prepare> | undefined;
    await hub.database.$transaction(async (tx) => {
      await tx.$executeRaw`
        INSERT INTO inspection_report SELECT (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'document', gen_random_uuid(), 'number', ${`BG-${year}-000005`}::text))).*
        FROM inspection_report r WHERE number = ${`BG-${year}-000004`} AND holder = 'lab-1'`;
      prepared = hub.prepare('lab-1', commission, { number: null });
      await eventually(() => hub.database.$queryRaw<object[]>`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'transactionid'`, (waiting) => waiting.length > 0);
    });
    expect(prepared && valueOf(await prepared)['number']).toBe(`BG-${year}-000006`);
  });

  it('of a sample of the lab that has been received', async () => {
    const [mine, theirs] = [await hub.acceptedCommission('lab-1'), await hub.acceptedCommission('lab-2')];
    const prepare = (receiptId: string) => hub.act(technician('lab-1'), 'prepareInspectionReport', { receiptId, ...report() });
    expect((await prepare(await hub.receiptOf(mine))).outcomes[0]?.refusal).toMatchObject({
      code: 'STATE_NOT_POSSIBLE',
      state: 'EXPECTED',
      possibleFrom: ['RECEIVED', 'REPORTED'],
    });
    await hub.receive('lab-2', theirs);
    expect((await prepare(await hub.receiptOf(theirs))).outcomes[0]?.refusal).toMatchObject({ code: 'NOT_FOUND', field: 'receiptId' });
    const byReviewer = await hub.act(reviewer('lab-1'), 'prepareInspectionReport', { receiptId: await hub.receive('lab-1', mine), ...report() });
    expect(byReviewer.errors).toMatchObject([{ extensions: { code: 'ACT_NOT_PERMITTED' } }]);
  });
});

describe('the results of a report are refused', () => {
  let commission: GivenCommission;
  beforeAll(async () => {
    commission = await hub.acceptedCommission('lab-1');
    await hub.receive('lab-1', commission);
  });
  const refusalOf = async (...results: object[]) => {
    const { outcomes } = await hub.prepare('lab-1', commission, { results });
    return [outcomes[0]?.refusal?.code, outcomes[0]?.refusal?.['field'], outcomes[0]?.refusal?.['message']];
  };

  it('where they are incomplete, or of what was not commissioned, or of an item twice', async () => {
    expect(await refusalOf()).toEqual(['REPORT_INCOMPLETE', 'results', expect.stringContaining('LEAK (GB 4706.1-2005), MARK (GB 4706.1-2005)')]);
    expect(await refusalOf(result())).toEqual(['REPORT_INCOMPLETE', 'results', expect.stringContaining('MARK')]);
    const other = { ...leakage, standardVersion: '2024' };
    expect(await refusalOf(result(other), text())).toEqual(['RESULT_NOT_COMMISSIONED', 'results.0', expect.stringContaining('LEAK (GB 4706.1-2024)')]);
    expect((await refusalOf(result(), result(), text())).slice(0, 2)).toEqual(['VALUE_INVALID', 'results.1']);
    expect(await hub.database.inspectionReport.count({ where: { commissionId: commission.id } })).toBe(0);
  });

  it('where a verdict contradicts the rule that it names, and the refusal tells the right one', async () => {
    const beyond = result(leakage, { measured: '0.7500000000000000001' });
    expect(await refusalOf(beyond, text())).toEqual([
      'VERDICT_CONTRADICTS_RULE',
      'results.0.subItems.0.specimens.0.verdict',
      expect.stringContaining('contradicts the rule SIMPLE_ACCEPTANCE: 0.7500000000000000001 against 0.75 (5.3.3). Right would be NONCONFORMING'),
    ]);
    const guarded = { decisionRule: 'GUARD_BAND', uncertainty: '0.05' };
    expect((await refusalOf(result(leakage, { ...guarded, measured: '0.81' }), text()))[0]).toBe('VERDICT_CONTRADICTS_RULE');
    expect((await refusalOf(result(leakage, { ...guarded, uncertainty: undefined }), text())).slice(0, 2)).toEqual([
      'VALUE_INVALID',
      'results.0.subItems.0.specimens.0.uncertainty',
    ]);
  });

  it('where an item has neither sub-items nor a failure, or both, or parts that cannot be told apart', async () => {
    const [part] = result().subItems;
    expect((await refusalOf({ ...keyOf(leakage) }, text())).slice(0, 2)).toEqual(['VALUE_INVALID', 'results.0.subItems']);
    expect((await refusalOf({ ...result(), failure: { reason: 'OTHER', facts: '断电' } }, text())).slice(0, 2)).toEqual(['VALUE_INVALID', 'results.0.subItems']);
    expect((await refusalOf({ ...keyOf(leakage), subItems: [part, part] }, text())).slice(0, 2)).toEqual(['VALUE_INVALID', 'results.0.subItems.0.name']);
    const named = { ...part, name: '工作温度下' };
    expect((await refusalOf({ ...keyOf(leakage), subItems: [named, named] }, text())).slice(0, 2)).toEqual(['VALUE_INVALID', 'results.0.subItems.1.name']);
    const unmeasured = { ...part, specimens: [] };
    expect((await refusalOf({ ...keyOf(leakage), subItems: [unmeasured] }, text())).slice(0, 2)).toEqual(['VALUE_INVALID', 'results.0.subItems.0.specimens']);
    const speechless = { ...keyOf(leakage), failure: { reason: 'OTHER', facts: ' ' } };
    expect((await refusalOf(speechless, text())).slice(0, 2)).toEqual(['VALUE_REQUIRED', 'results.0.failure.facts']);
  });

  it('where an item was subcontracted without the consent of the centre; with it, it is marked', async () => {
    const subcontractor = { name: '白鹭质量检验有限公司', cmaCertificateNumber: '251300340777', reportNumber: 'BL-9' };
    const results = [result(leakage, { subcontractor }), text()];
    expect((await refusalOf(...results)).slice(0, 2)).toEqual(['SUBCONTRACTING_NOT_ALLOWED', 'results.0.subcontractor']);
    const consented = await hub.acceptedCommission('lab-1', { subcontractingAllowed: true });
    expect(valueOf(await hub.prepare('lab-1', consented, { results }))).toMatchObject({ results: [{ subcontractor: { labId: null, ...subcontractor } }, { subcontractor: null }] });
  });
});

describe('the verdict of an item follows from its parts (5.3.3)', () => {
  it('one failing specimen fails its sub-item, and that the item and the report', async () => {
    const rules = { limitKind: 'MAXIMUM', limit: '0.75', unit: 'mA' };
    const specimens = [
      { specimen: '试样1', measured: '0.20', verdict: 'CONFORMING' },
      { specimen: '试样2', measured: '0.80', verdict: 'NONCONFORMING' },
    ];
    const divided = { ...keyOf(leakage), subItems: [{ ...rules, name: '常温', specimens: [specimens[0]] }, { ...rules, name: '潮态', specimens }] };
    const id = await hub.reviewed('lab-1', await hub.acceptedCommission('lab-1'), { results: [divided, text()] });
    const issued = valueOf(await hub.act(signatory('lab-1'), 'issueInspectionReport', { reportId: id }));
    expect(issued).toMatchObject({
      conclusion: 'NONCONFORMING',
      results: [{ verdict: 'NONCONFORMING', subItems: [{ name: '常温', verdict: 'CONFORMING' }, { name: '潮态', verdict: 'NONCONFORMING' }] }, { verdict: 'CONFORMING' }],
    });
    const [event] = await hub.told('InspectionReportIssued', id);
    expect(event?.payloads['monitoring-center']?.['results']).toMatchObject([
      { itemCode: 'LEAK', subItem: '常温', measured: '0.20', verdict: 'CONFORMING' },
      { itemCode: 'LEAK', subItem: '潮态', measured: '0.80', verdict: 'NONCONFORMING' },
      { itemCode: 'MARK' },
    ]);
  });

  it('an item that could not be inspected is reported with its facts, and leaves the conclusion open (5.3.4)', async () => {
    const failed = { ...keyOf(leakage), failure: { reason: 'SAMPLE_DAMAGED', facts: '试样击穿' } };
    const prepared = valueOf(await hub.prepare('lab-1', await hub.acceptedCommission('lab-1'), { results: [failed, text()] }));
    expect(prepared).toMatchObject({ conclusion: 'NOT_JUDGED', results: [{ verdict: 'NOT_JUDGED', subItems: [], failure: { facts: '试样击穿' } }, {}] });
  });

  it('basis, rounding and rule are those of the standard unless others are named', async () => {
    const stated = result(leakage, { rounding: 'ROUNDED_VALUE', measured: '0.7549', basis: { kind: 'STATED_INDEX', reference: '说明书：泄漏电流不大于0.75mA' } });
    const { results } = valueOf(await hub.prepare('lab-1', await hub.acceptedCommission('lab-1'), { results: [stated, text()] }));
    expect(results).toMatchObject([
      { verdict: 'CONFORMING', subItems: [{ basis: { kind: 'STATED_INDEX' }, rounding: 'ROUNDED_VALUE', decisionRule: 'SIMPLE_ACCEPTANCE' }] },
      { subItems: [{ basis: { kind: 'STANDARD', reference: 'GB 4706.1-2005 7' }, rounding: 'FULL_VALUE' }] },
    ]);
  });
});

describe('a value is reported as it was found (5.3.3)', () => {
  const specimenOf = async (change: Record<string, unknown>) => {
    const { results } = valueOf(await hub.prepare('lab-1', await hub.acceptedCommission('lab-1'), { results: [result(leakage, change), text()] }));
    const [{ subItems: [subItem] = [] } = {}] = results as { subItems: { verdict: string; specimens: object[] }[] }[];
    return subItem?.specimens[0];
  };
  const refusalOf = async (change: Record<string, unknown>) => {
    const { outcomes } = await hub.prepare('lab-1', await hub.acceptedCommission('lab-1'), { results: [result(leakage, change), text()] });
    return [outcomes[0]?.refusal?.code, outcomes[0]?.refusal?.['field']];
  };
  const specimen = 'results.0.subItems.0.specimens.0';

  it('judged by the rule where the lab says nothing, and what the rule proposes is read beside the verdict', async () => {
    expect(await specimenOf({ measured: '0.9', verdict: null })).toMatchObject({ proposed: 'NONCONFORMING', verdict: 'NONCONFORMING' });
    expect(await specimenOf({ measured: '0.9', decisionRule: 'NO_RULE' })).toMatchObject({ proposed: 'NONCONFORMING', verdict: 'CONFORMING' });
    expect(await refusalOf({ limitKind: 'TEXT', limit: '无异常', measured: '无异常', verdict: null })).toEqual(['VALUE_REQUIRED', `${specimen}.verdict`]);
  });

  it('below a limit of detection or quantification with that limit, which decides whether it conforms', async () => {
    expect(await specimenOf({ measured: '<LOQ', reportingLimit: '0.75', verdict: null })).toMatchObject({ measured: '<LOQ', reportingLimit: '0.75', verdict: 'CONFORMING' });
    expect(await specimenOf({ limitKind: 'MINIMUM', measured: '<LOD', reportingLimit: '0.5', verdict: null })).toMatchObject({ verdict: 'NONCONFORMING' });
    expect(await refusalOf({ measured: '<LOD', reportingLimit: '0.8', verdict: null })).toEqual(['VALUE_REQUIRED', `${specimen}.verdict`]);
    expect(await refusalOf({ measured: '<LOD' })).toEqual(['VALUE_REQUIRED', `${specimen}.reportingLimit`]);
    expect(await refusalOf({ measured: '0.1', reportingLimit: '0.01' })).toEqual(['VALUE_INVALID', `${specimen}.reportingLimit`]);
    expect(await refusalOf({ measured: '<LOD', reportingLimit: '0' })).toEqual(['VALUE_INVALID', `${specimen}.reportingLimit`]);
  });

  it('of replicates as their mean, the worst of them, or each, with the single values', async () => {
    const values = ['0.70', '0.71', '0.76'];
    const of = (rule: string) => specimenOf({ replicates: { values, rule }, verdict: null });
    expect(await of('MEAN')).toMatchObject({ measured: '0.72', replicates: { values, rule: 'MEAN' }, verdict: 'CONFORMING' });
    expect(await of('WORST')).toMatchObject({ measured: '0.76', verdict: 'NONCONFORMING' });
    expect(await of('EACH')).toMatchObject({ measured: '0.70; 0.71; 0.76', verdict: 'NONCONFORMING' });
    const id = await hub.reviewed('lab-1', await hub.acceptedCommission('lab-1'), { results: [result(leakage, { replicates: { values, rule: 'EACH' }, verdict: null }), text()] });
    valueOf(await hub.act(signatory('lab-1'), 'issueInspectionReport', { reportId: id }));
    const [event] = await hub.told('InspectionReportIssued', id);
    expect(event?.payloads['monitoring-center']?.['results']).toMatchObject([{ measured: '0.70; 0.71; 0.76', verdict: 'NONCONFORMING' }, {}]);
  });

  it('but not as a mean rounded so far that it would be judged otherwise, nor twice over', async () => {
    const replicates = (more: object) => ({ replicates: { values: ['0.75', '0.75', '0.76'], rule: 'MEAN', ...more }, verdict: null });
    expect(await refusalOf(replicates({ places: 2 }))).toEqual(['VALUE_INVALID', `${specimen}.replicates.places`]);
    expect(await specimenOf(replicates({ places: 3 }))).toMatchObject({ measured: '0.753', verdict: 'NONCONFORMING' });
    expect(await refusalOf(replicates({ rule: 'WORST', places: 2 }))).toEqual(['VALUE_INVALID', `${specimen}.replicates.places`]);
    expect(await refusalOf(replicates({ values: ['0.75'] }))).toEqual(['VALUE_INVALID', `${specimen}.replicates.values`]);
    expect(await refusalOf(replicates({ values: ['0.75', '约0.7'] }))).toEqual(['VALUE_INVALID', `${specimen}.replicates.values.1`]);
    const both = { ...result(leakage, replicates({})).subItems[0], specimens: [{ measured: '0.75', replicates: { values: ['0.75', '0.75'], rule: 'MEAN' } }] };
    const { outcomes } = await hub.prepare('lab-1', await hub.acceptedCommission('lab-1'), { results: [{ ...keyOf(leakage), subItems: [both] }, text()] });
    expect(outcomes[0]?.refusal).toMatchObject({ code: 'VALUE_INVALID', field: `${specimen}.measured` });
  });
});

describe('a report is reviewed (审核, 3.3)', () => {
  it('by another person than who prepared it, and nothing but its issue is owed then', async () => {
    const { id } = valueOf(await hub.prepare('lab-1', await hub.acceptedCommission('lab-1')));
    expect((await review(id, {}, reviewer('lab-1', 1))).outcomes[0]?.refusal).toMatchObject({ code: 'THREE_PERSONS_REQUIRED', field: 'reportId' });
    expect(valueOf(await review(id))).toMatchObject({ state: 'REVIEWED', reviewedBy: 'lab-1.2' });
    expect(await openDuties(id)).toEqual([]);
    expect((await review(id)).outcomes[0]?.refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'REVIEWED', possibleFrom: ['PREPARED'] });
    const byTechnician = await review(id, {}, technician('lab-1', 2));
    expect(byTechnician.errors).toMatchObject([{ extensions: { code: 'ACT_NOT_PERMITTED' } }]);
  });

  it('with a signed reason for each verdict that no rule decides, and for no other (5.3.3)', async () => {
    const inBand = result(leakage, { decisionRule: 'GUARD_BAND', uncertainty: '0.05', measured: '0.74' });
    const { id } = valueOf(await hub.prepare('lab-1', await hub.acceptedCommission('lab-1'), { results: [inBand, text()] }));
    const missing = await review(id);
    expect(missing.outcomes[0]?.refusal).toMatchObject({ code: 'JUDGEMENT_REASON_MISSING', field: 'judgements', message: expect.stringContaining('LEAK (GB 4706.1-2005)') });
    expect(missing.outcomes[0]?.refusal?.['message']).not.toContain('MARK');
    const ofLeakage = { ...keyOf(leakage), reason: '复测三次均低于限值' };
    const empty = await review(id, { judgements: [ofLeakage, judgement({ reason: '' })] });
    expect(empty.outcomes[0]?.refusal).toMatchObject({ code: 'VALUE_REQUIRED', field: 'judgements.1.reason' });
    const tooMany = await review(id, { judgements: [ofLeakage, judgement(), judgement({ subItem: '无此子项' })] });
    expect(tooMany.outcomes[0]?.refusal).toMatchObject({ code: 'VALUE_INVALID', field: 'judgements.2' });
    expect(valueOf(await review(id, { judgements: [ofLeakage, judgement()] }))).toMatchObject({
      state: 'REVIEWED',
      results: [{ subItems: [{ judgement: '复测三次均低于限值' }] }, { subItems: [{ judgement: '逐条核对，标志齐全' }] }],
    });
  });

  it('also where a verdict departs from what a rule would propose; the reason is signed, and read with the report', async () => {
    const departing = (verdict: string) => result(leakage, { decisionRule: 'NO_RULE', measured: '0.9', verdict });
    for (const verdict of ['CONFORMING', 'NOT_JUDGED']) {
      const { id } = valueOf(await hub.prepare('lab-1', await hub.acceptedCommission('lab-1'), { results: [departing(verdict), text()] }));
      expect((await review(id)).outcomes[0]?.refusal, verdict).toMatchObject({ code: 'JUDGEMENT_REASON_MISSING', message: expect.stringContaining('LEAK') });
      valueOf(await review(id, { judgements: [{ ...keyOf(leakage), reason: '限值仅适用于I类器具' }, judgement()] }));
      const { results, signature } = valueOf(await hub.act(signatory('lab-1'), 'issueInspectionReport', { reportId: id }));
      const said = { verdict, judgement: '限值仅适用于I类器具', specimens: [{ proposed: 'NONCONFORMING', verdict }] };
      expect(results).toMatchObject([{ subItems: [said] }, {}]);
      const signed = JSON.parse(Buffer.from(String(signature).split('.')[1] ?? '', 'base64url').toString()) as object;
      expect(signed).toMatchObject({ results: [{ subItems: [said] }, {}] });
    }
    // Where nothing would be proposed, to leave it unjudged needs none.
    const { id } = valueOf(await hub.prepare('lab-1', await hub.acceptedCommission('lab-1'), { results: [result(leakage, { decisionRule: 'NO_RULE', measured: '试样击穿', verdict: 'NOT_JUDGED' }), text()] }));
    valueOf(await review(id));
  });

  it('and returned with a reason; then it is revised, by whoever prepares it now, and reviewed again', async () => {
    const commission = await hub.acceptedCommission('lab-1');
    const { id } = valueOf(await hub.prepare('lab-1', commission));
    const back = { outcome: 'RETURN', judgements: [] };
    expect((await review(id, back)).outcomes[0]?.refusal).toMatchObject({ code: 'VALUE_REQUIRED', field: 'reason' });
    expect((await review(id, { outcome: 'RETURN', reason: '有误' })).outcomes[0]?.refusal).toMatchObject({ code: 'VALUE_INVALID', field: 'judgements' });
    expect((await review(id, { reason: '有误' })).outcomes[0]?.refusal).toMatchObject({ code: 'VALUE_INVALID', field: 'reason' });
    expect(valueOf(await review(id, { ...back, reason: '泄漏电流抄录有误' }))).toMatchObject({ state: 'RETURNED', returnReason: '泄漏电流抄录有误' });
    expect(await openDuties(id)).toMatchObject([{ kind: 'ReviseInspectionReport', role: 'TECHNICIAN' }]);

    const revise = (more: object) => hub.act(technician('lab-1', 2), 'reviseInspectionReport', { reportId: id, ...more });
    expect((await revise({ results: [result()] })).outcomes[0]?.refusal).toMatchObject({ code: 'REPORT_INCOMPLETE' });
    expect((await revise({ results: [result(), text()], expectedRevision: 1 })).outcomes[0]?.refusal).toMatchObject({ code: 'REVISION_CONFLICT' });
    expect(valueOf(await revise({ results: [result(leakage, { measured: '0.21' }), text()], expectedRevision: 2 }))).toMatchObject({
      state: 'PREPARED',
      preparedBy: 'lab-1.2',
      reviewedBy: null,
      results: [{ subItems: [{ specimens: [{ measured: '0.21' }] }] }, {}],
    });
    expect(await openDuties(id)).toMatchObject([{ kind: 'ReviewInspectionReport' }]);
    expect((await review(id)).outcomes[0]?.refusal).toMatchObject({ code: 'THREE_PERSONS_REQUIRED' });
    expect(valueOf(await review(id, {}, reviewer('lab-1', 1)))).toMatchObject({ state: 'REVIEWED', reviewedBy: 'lab-1.1' });
  });

  it('in one way where two reviewers decide at once', async () => {
    const { id } = valueOf(await hub.prepare('lab-1', await hub.acceptedCommission('lab-1')));
    const two = await Promise.all([review(id), review(id, { outcome: 'RETURN', judgements: [], reason: '有误' }, reviewer('lab-1', 3))]);
    expect(two.map(({ outcomes }) => outcomes[0]?.refusal?.code ?? 'DONE').sort()).toEqual(['DONE', 'STATE_NOT_POSSIBLE']);
    expect(await openDuties(id).then((duties) => duties.filter(({ kind }) => kind === 'ReviewInspectionReport'))).toEqual([]);
  });
});
