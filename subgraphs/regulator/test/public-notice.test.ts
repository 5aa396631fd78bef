import { replaceParticipant } from '@hub/kernel/identity/membership-events.js';
import { auditEntries } from '@hub/kernel/testing/audit-entries.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { demoParticipants } from '@hub/prisma/seed/demo-participants.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegulatorDatabase } from '../src/repository/database.js';
import { regulatorService } from '../src/service.js';
import { dutiesOn, fedBack, told } from './acts.js';
import { afterResult, ago, slip } from './after-result.js';

let hub: SubgraphUnderTest<RegulatorDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(regulatorService);
});
afterAll(() => hub.close());

const { done, refusalOf, issued, issuedDaysAgo, timeOver, confirm, object, served, objectionTo } = afterResult(() => hub);
const notice = (...monitoringDataIds: string[]) => ({ title: '关于电热水壶监测结果的公告', text: '下列产品检验结论为不合格。', monitoringDataIds });
const publicly = async (query = '') => {
  const answer = await fetch(`${hub.url.replace(/\/graphql$/, '')}/public-notices${query}`);
  return { status: answer.status, body: (await answer.json()) as { notices: Record<string, unknown>[]; next: string | null } };
};

/** Monitoring data that seller and producer were told of so long ago that nobody objects any more. */
async function toldLongAgo(changes: object = {}): Promise<string> {
  const id = await fedBack(hub, { ...changes });
  for (const capacity of ['SELLER', 'PRODUCER']) {
    const noticeId = await issued(id, capacity);
    await issuedDaysAgo(noticeId, 60);
    await done('recordNoticeService', { noticeId, method: 'DIRECT', servedAt: ago(50 * 24), evidence: [slip] });
    await timeOver(noticeId);
  }
  return id;
}

describe('a public notice (公告, after 5.4.1)', () => {
  it('is published when seller and producer were told and their time has passed, and anybody reads it without a token', async () => {
    const id = await toldLongAgo();
    const { id: noticeId, number } = await done('publishNotice', notice(id), 'id number state products { productName platformName failedItems }');
    expect(number).toMatch(/^GG/);
    const { status, body } = await publicly();
    expect(status).toBe(200);
    const read = body.notices.find((row) => row['id'] === noticeId);
    expect(read).toMatchObject({ number, state: 'PUBLISHED', products: [{ productName: '电热水壶', shopName: '小满旗舰店', failedItems: ['泄漏电流'] }] });
    // Nothing of the row but what the terms give the public.
    expect(Object.keys(read ?? {}).sort()).toEqual(['id', 'number', 'products', 'publishedAt', 'regulatorName', 'state', 'text', 'title', 'underReviewSince', 'withdrawReason']);
    // Nor does it leave an entry by which a stranger could fill the audit log.
    expect((await auditEntries(hub.database)).filter(({ party }) => party === 'public')).toEqual([]);
    for (const asker of ['platform-2', 'lab-1', 'enterprise-1', 'regulator-city']) {
      const answer = await hub.ask(asker, `{ publicNotice(id: "${noticeId}") { id title published { userId } } }`);
      expect(answer.data).toEqual({ publicNotice: { id: noticeId, title: '关于电热水壶监测结果的公告', published: null } });
    }
  });

  it('tells of supervision sampling alone, and of risk monitoring nothing is handed up either', async () => {
    const plan = async (nature: string) => {
      const { id } = await hub.database.monitoringPlan.create({
        data: {
          ...{ number: `JH-${nature}`, title: '电热水壶', nature, reportIds: [], products: [], centerId: 'center', platformIds: [], deadline: new Date(), feedbackWithin: 'P10D', drafted: {} },
          ...{ holder: 'regulator-province', concerned: ['center'], state: 'DRAFT', reached: ['DRAFT'] },
        },
      });
      return id;
    };
    const [risk, supervision] = [await toldLongAgo({ planId: await plan('RISK_MONITORING') }), await toldLongAgo({ planId: await plan('SUPERVISION_SAMPLING') })];
    const refused = { code: 'RISK_MONITORING_NOT_PUBLISHED', message: expect.stringContaining('SJ-2026-') as string };
    expect(await refusalOf('publishNotice', notice(supervision, risk))).toMatchObject({ ...refused, field: 'monitoringDataIds' });
    const ofCity = await fedBack(hub, { regulatorId: 'regulator-city', planId: (await hub.database.receivedMonitoringData.findUniqueOrThrow({ where: { id: risk } })).planId });
    expect(await refusalOf('submitForPublicNotice', { monitoringDataId: ofCity }, 'regulator-city')).toMatchObject({ ...refused, field: 'monitoringDataId' });
    expect(await done('publishNotice', notice(supervision))).toMatchObject({ state: 'PUBLISHED' });
  });

  it('waits for service, for objections and for their time', async () => {
    const id = await fedBack(hub);
    expect(await refusalOf('publishNotice', notice(id))).toMatchObject({ code: 'NOTICE_NOT_SERVED', field: 'monitoringDataIds' });
    const [seller, producer] = [await issued(id, 'SELLER'), await issued(id, 'PRODUCER')];
    await issuedDaysAgo(producer, 60);
    await done('recordNoticeService', { noticeId: producer, method: 'DIRECT', servedAt: ago(50 * 24), evidence: [slip] });
    expect(await refusalOf('publishNotice', notice(id))).toMatchObject({ code: 'NOTICE_NOT_SERVED' });
    confirm(seller, 'merchant-1');
    await served(seller);
    expect(await refusalOf('publishNotice', notice(id))).toMatchObject({ code: 'OBJECTION_TIME_RUNNING', message: expect.stringMatching(/\d{4}-\d{2}-\d{2} 24:00 \(UTC\+8\)/) as string });
    object(seller, 'merchant-1');
    const objection = await objectionTo(seller);
    expect(await refusalOf('publishNotice', notice(id))).toMatchObject({ code: 'OBJECTION_UNDECIDED', message: expect.stringContaining(objection?.number ?? '–') as string });
    await done('decideObjection', { objectionId: objection?.id, outcome: 'REJECTED', reason: '方法符合标准' });
    expect(await done('publishNotice', notice(id))).toMatchObject({ state: 'PUBLISHED' });
  });

  it('waits for the platforms to be heard of the time in which one could object', async () => {
    const id = await toldLongAgo();
    const within = (objectBy: Date) => hub.database.resultNotice.updateMany({ where: { monitoringDataId: id, capacity: 'SELLER' }, data: { objectBy } });
    await within(new Date(Date.now() - 1_000));
    expect(await refusalOf('publishNotice', notice(id))).toMatchObject({ code: 'OBJECTIONS_UNHEARD', field: 'monitoringDataIds' });
    await within(new Date(ago(1)));
    expect(await done('publishNotice', notice(id))).toMatchObject({ state: 'PUBLISHED' });
  });

  it('tells of nothing that was objected to rightly, that conforms, or that is another regulator’s', async () => {
    const id = await fedBack(hub, { producerName: null });
    const seller = await issued(id, 'SELLER');
    confirm(seller, 'merchant-1');
    await served(seller);
    object(seller, 'merchant-1');
    const objection = await objectionTo(seller);
    await done('decideObjection', { objectionId: objection?.id, outcome: 'UPHELD', reason: '抽样不符合规定' });
    expect(await refusalOf('publishNotice', notice(id))).toMatchObject({ code: 'OBJECTION_WAS_UPHELD' });
    expect(await refusalOf('publishNotice', notice(await fedBack(hub, { conclusion: 'CONFORMING' })))).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'FILED' });
    expect(await refusalOf('publishNotice', notice(await fedBack(hub, { regulatorId: 'regulator-city' })))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusalOf('publishNotice', notice())).toMatchObject({ code: 'VALUE_INVALID', field: 'monitoringDataIds' });
  });

  it('is the province’s alone', async () => {
    const own = await fedBack(hub, { regulatorId: 'regulator-city' });
    const answer = await hub.ask('regulator-city', 'mutation ($items: [PublishNoticeInput!]!) { publishNotice(items: $items) { outcomes { refusal { code } } } }', {
      items: [{ idempotencyKey: 'city', ...notice(own) }],
    });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'ACT_NOT_PERMITTED' } }]);
  });

  it('tells of what a city hands up to its province, which reads that from then on, and nothing else of the city', async () => {
    const id = await fedBack(hub, { regulatorId: 'regulator-city', producerName: null });
    const other = await fedBack(hub, { regulatorId: 'regulator-city' });
    const noticeId = (await done('issueResultNotice', { monitoringDataId: id, capacity: 'SELLER', text: '检验结论为不合格。' }, 'id', 'regulator-city')).id;
    await done('recordNoticeService', { noticeId, method: 'DIRECT', servedAt: ago(0), evidence: [slip] }, 'id', 'regulator-city');
    await timeOver(noticeId);
    expect(await refusalOf('publishNotice', notice(id))).toMatchObject({ code: 'NOT_FOUND' });
    const province = demoParticipants.find((party) => party.id === 'regulator-province')!;
    await replaceParticipant(hub.database, { ...province, id: 'regulator-jiangsu', regionCode: '320000', state: 'ACTIVE', users: [] });
    await done('submitForPublicNotice', { monitoringDataId: id }, 'id', 'regulator-city');
    const { concerned } = await hub.database.receivedMonitoringData.findUniqueOrThrow({ where: { id } });
    expect([concerned.includes('regulator-province'), concerned.includes('regulator-jiangsu')], 'its own province, and no other').toEqual([true, false]);
    const read = `{ own: receivedMonitoringData(id: "${id}") { id } other: receivedMonitoringData(id: "${other}") { id } resultNotice(id: "${noticeId}") { id } }`;
    expect((await hub.ask('regulator-province', read)).data).toEqual({ own: { id }, other: null, resultNotice: null });
    expect((await hub.ask('regulator-county', read)).data).toEqual({ own: null, other: null, resultNotice: null });
    expect(await refusalOf('openHazardHandling', { monitoringDataIds: [id], summary: '案由' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await done('publishNotice', notice(id))).toMatchObject({ state: 'PUBLISHED' });
  });

  it('stays readable when it is withdrawn, with the reason beside it', async () => {
    const { id: publicNoticeId } = await done('publishNotice', notice(await toldLongAgo()));
    await done('withdrawPublicNotice', { publicNoticeId, reason: '批次有误' });
    expect((await publicly()).body.notices.find(({ id }) => id === publicNoticeId)).toMatchObject({ state: 'WITHDRAWN', withdrawReason: '批次有误', products: [] });
    const read = `{ publicNotice(id: "${publicNoticeId}") { products { productName } } }`;
    expect((await hub.ask('lab-1', read)).data).toEqual({ publicNotice: { products: [] } });
    expect((await hub.ask('regulator-province', read)).data).toEqual({ publicNotice: { products: [{ productName: '电热水壶' }] } });
    expect(await refusalOf('withdrawPublicNotice', { publicNoticeId, reason: '再次撤回' })).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'WITHDRAWN' });
  });

  it('is in doubt, for anybody to see, once its data give way to a new version or an objection that was made in time arrives; to withdraw it is owed', async () => {
    const data = await toldLongAgo();
    const { id: publicNoticeId } = await done('publishNotice', notice(data));
    expect(await dutiesOn(hub, publicNoticeId)).toEqual({});
    await fedBack(hub, { document: data, version: 2, supersedesId: data, conclusion: 'CONFORMING', failedItems: [] });
    const seen = async (id: string) => (await publicly()).body.notices.find((row) => row['id'] === id);
    expect(await seen(publicNoticeId)).toMatchObject({ state: 'UNDER_REVIEW', underReviewSince: expect.any(String) as string });
    expect(await dutiesOn(hub, publicNoticeId)).toEqual({ WithdrawPublicNotice: 'OPEN' });
    expect(await told(hub, publicNoticeId, 'platforms')).toEqual([]);
    await done('withdrawPublicNotice', { publicNoticeId, reason: '复检结论为符合' });
    expect(await dutiesOn(hub, publicNoticeId)).toEqual({ WithdrawPublicNotice: 'DONE' });

    const objectedTo = await toldLongAgo();
    const { id: other } = await done('publishNotice', notice(objectedTo));
    const seller = await hub.database.resultNotice.findFirstOrThrow({ where: { monitoringDataId: objectedTo, capacity: 'SELLER' } });
    object(seller.id, 'merchant-1', { raisedAt: ago(2) });
    await objectionTo(seller.id);
    expect(await seen(other), 'made in time, and told late').toMatchObject({ state: 'UNDER_REVIEW' });
  });

  it('is read page by page; a cursor that belongs to no page is refused, and not taken for the beginning', async () => {
    const first = (await publicly()).body.notices[0]?.['id'];
    const after = Buffer.from(`PublicNotice:${String(first)}`).toString('base64url');
    expect((await publicly(`?after=${after}`)).body.notices.map(({ id }) => id)).not.toContain(first);
    for (const unknown of ['nothing', Buffer.from('PublicNotice:nothing').toString('base64url')]) {
      expect(await publicly(`?after=${unknown}`)).toMatchObject({ status: 400, body: { errors: [{ extensions: { code: 'CURSOR_INVALID' } }] } });
    }
  });
});

describe('an urgent stop of sale (after 5.4.1, 3.1 d)', () => {
  it('does not wait for notices, objections or their time', async () => {
    const id = await fedBack(hub);
    const { id: handlingId } = await done('openHazardHandling', { monitoringDataIds: [id], summary: '泄漏电流不合格' });
    const stop = { handlingId, kind: 'STOP_SALE', platformId: 'platform-1', instruction: '立即停止销售', dueAt: '2099-01-01T00:00:00+08:00' };
    expect(await done('directPlatform', stop)).toMatchObject({ state: 'ISSUED' });
    const seller = await issued(id, 'SELLER');
    confirm(seller, 'merchant-1');
    await served(seller);
    object(seller, 'merchant-1');
    await objectionTo(seller);
    expect(await done('directPlatform', { ...stop, instruction: '下架全部同批次商品' })).toMatchObject({ state: 'ISSUED' });
  });
});
