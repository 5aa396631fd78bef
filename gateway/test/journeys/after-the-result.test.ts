import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asker } from '../../../scripts/src/asking/asked-hub.js';
import { performAct } from '../../../scripts/src/asking/perform-act.js';
import { threadState, type ThreadState } from '../../../scripts/src/thread/thread-state.js';
import { takeThreadStep, type ThreadStep } from '../../../scripts/src/thread/thread-step.js';
import { thread } from '../../../scripts/src/thread/thread.js';
import { runHub } from '../../../scripts/test/start/run-hub.js';
import { toTheEnd } from '../../../scripts/src/thread/to-the-end.js';
import { readPaper } from '../documents/read-paper.js';
import { JourneyHub } from './journey-hub.js';

const regulator: Asker = { identity: 'regulator-province', role: 'OFFICER' };
const centre: Asker = { identity: 'center', role: 'ANALYST', user: 1 };
const merchant: Asker = { identity: 'merchant-1', role: 'OFFICER' };
const slip = { hash: `sha-256:${'7'.repeat(64)}`, size: 20_480, mediaType: 'image/jpeg', name: '送达回证.jpg' };

/** Reports in which the first samples fail, so many of them. */
const failing = (count: number) => (step: ThreadStep): ThreadStep => {
  if (step.act !== 'prepareInspectionReport') return step;
  const specimens = (n: number) => [n < count ? { measured: '0.91', verdict: 'NONCONFORMING' } : { measured: '0.20', verdict: 'CONFORMING' }];
  const subItems = (n: number) => [{ limitKind: 'MAXIMUM', limit: '0.75', unit: 'mA', specimens: specimens(n) }];
  const results = (n: number) => [{ itemCode: 'LEAK', standardNumber: 'GB 4706.1', standardVersion: '2005', subItems: subItems(n) }];
  return { ...step, items: (state) => step.items(state).map((item, n) => ({ ...item, results: results(n) })) };
};

const words = [['LEAK', 'CORD'], ['GB 4706.1', 'GB 31701'], ['"2005"', '"2015"'], ['"clause":"13"', '"clause":"5.4"'], ['泄漏电流', '绳带'], ['0706', '0302'], ['"mA"', '"mm"']] as const;
/** A step of the thread with goods for which two labs of the demo are accredited. */
const ofGarments = (step: ThreadStep): ThreadStep => ({
  ...step,
  items: (state) => JSON.parse(words.reduce((text, [from, to]) => text.replaceAll(from, to), JSON.stringify(step.items(state)))) as object[],
});

/** A step of a lab, taken by another. */
const at = (labId: string) => (step: ThreadStep): ThreadStep => ({
  ...step,
  by: step.by.identity === 'lab-1' ? { ...step.by, identity: labId } : step.by,
  items: (state) => step.items(state).map((item) => ('labId' in item ? { ...item, labId } : item)),
});

describe('what follows a result, from the order to a public notice (after 5.4.1)', () => {
  const state = threadState('after', 2);
  const retest: ThreadState = { ...threadState('retest', 1) };
  let hub: JourneyHub;
  beforeAll(async () => {
    hub = await JourneyHub.start({ separate: false });
  }, 180_000);
  afterAll(() => hub?.stop(), 60_000);

  let keys = 0;
  let notices = { seller: '', producer: '' };
  const done = async (by: Asker, act: string, item: object, { until, reads = '' }: { until?: string; reads?: string } = {}) => {
    const [outcome] = await performAct(hub, by, act, [{ idempotencyKey: `after-${++keys}`, ...item }], { until, selection: `value { id ${reads} }` });
    expect([act, outcome?.refusal]).toEqual([act, null]);
    return outcome?.value as { readonly id: string } & Readonly<Record<string, unknown>>;
  };
  const read = async (by: Asker, query: string) => (await hub.ask(by, query)).data;
  /** Tells seller and producer, who have it at once: the one confirms, and service on the other, which has no account, is entered. */
  const told = async (monitoringDataId: string) => {
    const issue = async (capacity: string) => (await done(regulator, 'issueResultNotice', { monitoringDataId, capacity, text: '检验结论为不合格，可在收到之日起十五日内提出异议。' })).id;
    const [seller, producer] = [await issue('SELLER'), await issue('PRODUCER')];
    await done(merchant, 'confirmResultNotice', { noticeId: seller }, { until: 'NOT_FOUND' });
    await done(regulator, 'recordNoticeService', { noticeId: producer, method: 'DIRECT', servedAt: new Date().toISOString(), evidence: [slip] });
    return { seller, producer };
  };
  /** The objection to a notice, once it is at the regulator's desk. */
  const objectionTo = async (noticeId: string) => {
    const asked = () => read(regulator, `{ objections(filter: { noticeId: "${noticeId}" }) { nodes { id state } } }`);
    const [objection] = ((await eventually(asked, (data) => (data?.['objections'] as unknown as { nodes: object[] }).nodes.length === 1))?.['objections'] as unknown as { nodes: { id: string }[] }).nodes;
    return objection?.id ?? '';
  };

  it('two of two samples fail', async () => {
    for (const step of thread.map(failing(2)).map(ofGarments)) await takeThreadStep(hub, step, state);
  }, 180_000);

  it('the seller objects to the first, and the regulator orders a retest; the first lab is refused it, and so is another that would subcontract', async () => {
    notices = await told(state.monitoringDataIds[0] ?? '');
    const { seller } = notices;
    await done(merchant, 'objectToResult', { noticeId: seller, ground: 'RESULT', statement: '检验结果与出厂检验不一致', retestRequested: true });
    const objectionId = await objectionTo(seller);
    await done(regulator, 'orderRetest', { objectionId, reason: '对检验结论有异议', dueAt: '2099-01-01T00:00:00Z' });
    const asked = () => read(centre, '{ samples(first: 100) { nodes { id retest { id } } } }');
    const ofRetest = (data: Awaited<ReturnType<typeof asked>>) => (data?.['samples'] as unknown as { nodes: { id: string; retest: object | null }[] }).nodes.find((sample) => sample.retest !== null);
    retest.sampleIds = [ofRetest(await eventually(asked, (data) => ofRetest(data) !== undefined))?.id ?? ''];
    const commission = (more: object) => performAct(hub, centre, 'commissionInspection', [{ idempotencyKey: `refused-${++keys}`, sampleIds: retest.sampleIds, agreedDueAt: '2099-05-31T18:00:00+08:00', ...more }]);
    expect((await commission({ labId: 'lab-1' }))[0]?.refusal).toMatchObject({ code: 'RETEST_AT_FIRST_LAB' });
    expect((await commission({ labId: 'lab-2', subcontractingAllowed: true }))[0]?.refusal).toMatchObject({ code: 'RETEST_NOT_SUBCONTRACTED' });
  }, 120_000);

  it('what was reported, bought, commissioned and told is filed on paper, for each party with what it may see and a blank for the rest', async () => {
    const asked = async (by: Asker, kind: string, id = '') => request(`${hub.url}/documents/${kind}/${id}`, { headers: { authorization: `Bearer ${await hub.token(by)}`, 'accept-language': 'en' } });
    const paper = async (by: Asker, kind: string, id = '') => {
      const { statusCode, headers, body } = await asked(by, kind, id);
      const bytes = Buffer.from(await body.arrayBuffer());
      expect([kind, statusCode, statusCode === 200 ? '' : bytes.toString()]).toEqual([kind, 200, '']);
      const read = await readPaper(bytes);
      return { ...read, text: read.pages.join(''), reads: String(headers['x-request-id']) };
    };
    const [reportId, purchaseId, sampleId, dataId] = [state.inspectionReportIds[0], state.purchaseIds[0], state.sampleIds[0], state.monitoringDataIds[0]];
    const ofCentre = await paper(centre, 'inspection-report', reportId);
    for (const words of ['检验报告', '小满电热水壶1.7L', '绳带', '不符合', '〔脱敏·注']) expect(ofCentre.text).toContain(words);
    // The lab has the sample by its blind number only.
    const ofLab = await paper({ identity: 'lab-1' }, 'inspection-report', reportId);
    expect(ofLab.text).toMatch(/样品名称Product〔不予提供·注\d+〕/);
    expect([ofLab.text, ofLab.attached['answer.json']].join('')).not.toMatch(/小满|王小明|ORDER-after/);
    // What is attached is the file that anyone can check.
    const file = join(hub.dataDir, 'answer.json');
    await writeFile(file, ofCentre.attached['answer.json'] ?? '');
    expect(await runHub(['report', 'verify', file, '--keys', hub.url], { HUB_DATA_DIR: hub.dataDir })).toMatchObject({ code: 0 });
    const form = await paper(centre, 'purchase-form', purchaseId);
    expect(form.text).toMatch(/购样单.*王小明.*支付流水Payment〔不予提供/);
    expect((await paper(centre, 'commission-form', state.commissionId)).text).toMatch(/委托检验单.*CORD.*绳带/);
    expect((await paper({ identity: 'lab-1' }, 'commission-form', state.commissionId)).text).toMatch(/样品编号.*〔不予提供/);
    expect((await paper(centre, 'sample-circulation-form', sampleId)).text).toMatch(/购样.*确认.*寄送.*入库.*出库送检.*检验机构收样/);
    expect((await paper(merchant, 'result-notice', notices.seller)).text).toMatch(/检验结果告知书.*小满日用品商行.*可在收到之日起十五日内提出异议/);
    expect((await paper({ identity: 'platform-1' }, 'monitoring-data', dataId)).text).toMatch(/监测数据反馈单.*检验报告Report〔不予提供.*不符合/);
    expect((await paper(centre, 'sample-label', sampleId)).pages).toHaveLength(2);
    expect((await paper({ identity: 'lab-1' }, 'lab-sample-label', state.receiptIds[0])).text).toContain('收样');
    // Buying is blind on paper, too: as the query of the same party says.
    for (const by of [{ identity: 'platform-1' }, merchant]) for (const [kind, id] of [['purchase-form', purchaseId], ['sample-circulation-form', sampleId], ['inspection-report', reportId], ['sample-label', sampleId]] as const) expect([kind, (await asked(by, kind, id)).statusCode]).toEqual([kind, 403]);
    expect((await asked({ identity: 'lab-2' }, 'inspection-report', reportId)).statusCode).toBe(404);
    // The code on the paper is checked by anybody.
    const checked = await request(await form.codeOn(form.pages.length), { headers: { accept: 'application/json' } });
    expect(await checked.body.json()).toMatchObject({ genuine: true, statement: { kind: 'purchase-form', for: 'center' } });
    const query = 'query ($request: String) { accessRecords(first: 10, filter: { request: $request }) { nodes { owner partyId } } }';
    const records = await eventually(
      async () => (await hub.ask({ identity: 'auditor' }, query, { request: form.reads })).data?.['accessRecords'] as unknown as { nodes: object[] } | undefined,
      (found) => (found?.nodes.length ?? 0) > 0,
    );
    expect(records?.nodes).toContainEqual({ owner: 'monitoring-center', partyId: 'center' });
    const out = join(hub.dataDir, 'written.pdf');
    expect(await runHub(['document', 'monitoring-data', dataId ?? '', '--as', 'platform-1', '-o', out], { HUB_DATA_DIR: hub.dataDir })).toMatchObject({ code: 0 });
    expect((await readPaper(await readFile(out))).pages[0]).toContain('监测数据反馈单');
    expect(await runHub(['document', 'purchase-form', purchaseId ?? '', '--as', 'platform-1', '-o', out], { HUB_DATA_DIR: hub.dataDir })).toMatchObject({ code: 1, stderr: expect.stringContaining('SHARING_') });
  }, 120_000);

  it('another lab finds that it conforms, not knowing that it is a retest; the result is overturned, and the seller is owed the new one', async () => {
    for (const step of toTheEnd.map(at('lab-2')).map(failing(0)).map(ofGarments)) await takeThreadStep(hub, step, retest);
    for (const lab of ['lab-1', 'lab-2'] as const) {
      expect(await read({ identity: lab, role: 'TECHNICIAN', user: 1 }, '{ retests { totalCount } objections { totalCount } }')).toEqual({ retests: null, objections: null });
    }
    const first = state.monitoringDataIds[0] ?? '';
    const seen = () => read(regulator, `{ receivedMonitoringData(id: "${first}") { state supersededBy { id conclusion } } }`);
    const superseded = (data: Awaited<ReturnType<typeof seen>>) => (data?.['receivedMonitoringData'] as unknown as { state: string }).state === 'SUPERSEDED';
    expect(await eventually(seen, superseded)).toEqual({ receivedMonitoringData: { state: 'SUPERSEDED', supersededBy: { id: retest.monitoringDataIds[0], conclusion: 'CONFORMING' } } });
    const notices = await read(regulator, `{ resultNotices(filter: { monitoringDataId: "${first}", capacity: [SELLER] }) { nodes { state objection { id } } } }`);
    const [notice] = (notices?.['resultNotices'] as unknown as { nodes: { state: string; objection: { id: string } }[] }).nodes;
    expect(notice?.state).toBe('SUPERSEDED');
    await done(regulator, 'decideObjection', { objectionId: notice?.objection.id, outcome: 'UPHELD', reason: '复检结论为符合' });
    await done(regulator, 'issueResultNotice', { monitoringDataId: retest.monitoringDataIds[0], capacity: 'SELLER', text: '复检结论为合格。' });
  }, 180_000);

  it('the second is objected to in vain, and anybody reads the public notice of it without a token, and nothing of the first', async () => {
    const second = state.monitoringDataIds[1] ?? '';
    const { seller, producer } = await told(second);
    await done(merchant, 'objectToResult', { noticeId: seller, ground: 'SAMPLING', statement: '抽样批次有误' });
    await done(regulator, 'recordObjection', { noticeId: producer, ground: 'NOT_OUR_PRODUCT', statement: '该批次并非我厂生产', raisedAt: new Date().toISOString() });
    const publish = { title: '关于电热水壶监测结果的公告', text: '下列产品检验结论为不合格。', monitoringDataIds: [second] };
    const [early] = await performAct(hub, regulator, 'publishNotice', [{ idempotencyKey: 'early', ...publish }]);
    expect(early?.refusal).toMatchObject({ code: 'OBJECTION_UNDECIDED' });
    for (const noticeId of [seller, producer]) {
      await done(regulator, 'decideObjection', { objectionId: await objectionTo(noticeId), outcome: 'REJECTED', reason: '抽样符合规定，且有出厂标识为证' });
    }
    const { number } = await done(regulator, 'publishNotice', publish, { reads: 'number' });
    const answer = await request(`${hub.url}/public-notices`);
    const { notices, next } = (await answer.body.json()) as { notices: object[]; next: string | null };
    expect(next).toBeNull();
    expect(notices).toMatchObject([{ number, state: 'PUBLISHED', underReviewSince: null, products: [{ shopName: '小满家电1号店', failedItems: ['绳带'] }] }]);
    expect((await request(`${hub.url}/public-notices?after=nothing`)).statusCode).toBe(400);
  }, 120_000);
});
