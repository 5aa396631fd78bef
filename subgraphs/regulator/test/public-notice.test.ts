import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegulatorDatabase } from '../src/repository/database.js';
import { regulatorService } from '../src/service.js';
import { fedBack } from './acts.js';
import { afterResult, ago, slip } from './after-result.js';

let hub: SubgraphUnderTest<RegulatorDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(regulatorService);
});
afterAll(() => hub.close());

const { done, refusalOf, issued, issuedDaysAgo, confirm, object, served, objectionTo } = afterResult(() => hub);
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
    expect(Object.keys(read ?? {}).sort()).toEqual(['id', 'number', 'products', 'publishedAt', 'regulatorName', 'state', 'text', 'title', 'withdrawReason']);
    for (const asker of ['platform-2', 'lab-1', 'enterprise-1', 'regulator-city']) {
      const answer = await hub.ask(asker, `{ publicNotice(id: "${noticeId}") { id title published { userId } } }`);
      expect(answer.data).toEqual({ publicNotice: { id: noticeId, title: '关于电热水壶监测结果的公告', published: null } });
    }
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
    expect(await refusalOf('publishNotice', notice(id))).toMatchObject({ code: 'OBJECTION_TIME_RUNNING', message: expect.stringContaining('2099-01-01') as string });
    object(seller, 'merchant-1');
    const objection = await objectionTo(seller);
    expect(await refusalOf('publishNotice', notice(id))).toMatchObject({ code: 'OBJECTION_UNDECIDED', message: expect.stringContaining(objection?.number ?? '–') as string });
    await done('decideObjection', { objectionId: objection?.id, outcome: 'REJECTED', reason: '方法符合标准' });
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

  it('stays readable when it is withdrawn, with the reason beside it', async () => {
    const { id: publicNoticeId } = await done('publishNotice', notice(await toldLongAgo()));
    await done('withdrawPublicNotice', { publicNoticeId, reason: '批次有误' });
    expect((await publicly()).body.notices.find(({ id }) => id === publicNoticeId)).toMatchObject({ state: 'WITHDRAWN', withdrawReason: '批次有误' });
    expect(await refusalOf('withdrawPublicNotice', { publicNoticeId, reason: '再次撤回' })).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'WITHDRAWN' });
    const first = (await publicly()).body.notices[0]?.['id'];
    expect((await publicly(`?after=${String(first)}`)).body.notices.map(({ id }) => id)).not.toContain(first);
    expect((await publicly('?after=nothing')).status).toBe(200);
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
