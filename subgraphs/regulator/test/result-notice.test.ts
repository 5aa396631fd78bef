import { randomUUID } from 'node:crypto';
import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import { startOfDayInShanghai } from '@hub/kernel/calendar/start-of-day-in-shanghai.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { calendarContent } from '@hub/schema/code-lists/calendar-codes.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegulatorDatabase } from '../src/repository/database.js';
import { regulatorService } from '../src/service.js';
import { dutiesOn, fedBack, legalLimitsWith, told, whileHeard } from './acts.js';
import { afterResult, ago, slip, text } from './after-result.js';

let hub: SubgraphUnderTest<RegulatorDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(regulatorService);
});
afterAll(() => hub.close());

const hour = 3_600_000;
const { done, refusalOf, noticeOf, issued, issuedDaysAgo, timeOver, withoutAccount, confirm, object, served, objectionTo } = afterResult(() => hub);

describe('a result notice (检验结果告知书, after 5.4.1)', () => {
  it('goes to seller, nominal producer and platform, each once, with an account where it has one', async () => {
    const id = await fedBack(hub);
    const [seller, producer, platform] = [await issued(id, 'SELLER'), await issued(id, 'PRODUCER'), await issued(id, 'PLATFORM')];
    expect(await noticeOf(seller)).toMatchObject({ addresseeId: 'merchant-1', capacity: 'SELLER', concerned: ['center', 'merchant-1'] });
    expect(await noticeOf(producer)).toMatchObject({ addresseeId: null, addresseeName: '晴川电器制造有限公司', concerned: ['center'] });
    expect(await noticeOf(platform)).toMatchObject({ addresseeId: 'platform-1', concerned: ['center', 'platform-1'] });
    expect(await told(hub, seller, 'platforms')).toEqual([
      ['ResultNoticeIssued', { id: seller, number: expect.stringMatching(/^GZ-/) as string, regulatorId: 'regulator-province', capacity: 'SELLER', addresseeId: 'merchant-1', monitoringDataId: id, productName: '电热水壶', text }],
    ]);
    expect(await told(hub, producer, 'platforms')).toEqual([]);
    expect(await dutiesOn(hub, producer)).toEqual({ ServeResultNotice: 'OPEN' });
    expect(await refusalOf('issueResultNotice', { monitoringDataId: id, capacity: 'SELLER', text })).toMatchObject({ code: 'NOTICE_ISSUED', field: 'capacity' });
    const nameless = await fedBack(hub, { producerName: null });
    expect(await refusalOf('issueResultNotice', { monitoringDataId: nameless, capacity: 'PRODUCER', text })).toMatchObject({ code: 'NOTICE_ADDRESSEE_UNKNOWN' });
    const foreign = await fedBack(hub, { regulatorId: 'regulator-city' });
    expect(await refusalOf('issueResultNotice', { monitoringDataId: foreign, capacity: 'SELLER', text })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('to a platform that sells itself is issued as to a seller', async () => {
    const { uscc } = await hub.database.$queryRaw<{ uscc: string }[]>`SELECT uscc FROM kernel.participant WHERE id = 'platform-1'`.then(([row]) => row ?? { uscc: '' });
    const own = await fedBack(hub, { merchantUscc: uscc, merchantName: '自营' });
    expect(await noticeOf(await issued(own, 'SELLER'))).toMatchObject({ addresseeId: 'platform-1', capacity: 'SELLER' });
  });

  it('is there for its addressee and for no competitor, and tells it nothing of who acted at the regulator', async () => {
    const id = await issued(await fedBack(hub), 'SELLER');
    const read = `{ resultNotice(id: "${id}") { id text failedItems issued { userId } } resultNotices(filter: { addresseeId: "merchant-1" }) { nodes { id } } }`;
    const merchant = await hub.ask<{ resultNotice: object; resultNotices: { nodes: { id: string }[] } }>('merchant-1', read);
    expect(merchant.data.resultNotice).toEqual({ id, text, failedItems: ['泄漏电流'], issued: null });
    expect(merchant.data.resultNotices.nodes.map((node) => node.id)).toContain(id);
    expect((await hub.ask('platform-1', read)).data).toEqual({ resultNotice: null, resultNotices: { nodes: [] } });
    expect((await hub.ask('regulator-city', read)).data).toMatchObject({ resultNotice: null });
  });

  it('is served outside the hub with evidence, by a named method, and the time to object ends on a working day', async () => {
    const id = await issued(await fedBack(hub), 'PRODUCER');
    await issuedDaysAgo(id, 30);
    const item = { noticeId: id, method: 'REGISTERED_POST', servedAt: ago(24), recipient: '王某', evidence: [slip] };
    expect(await refusalOf('recordNoticeService', { ...item, evidence: [] })).toMatchObject({ code: 'VALUE_INVALID', field: 'evidence' });
    expect(await refusalOf('recordNoticeService', { ...item, servedAt: '2020-01-01T00:00:00Z' })).toMatchObject({ code: 'TIMES_OUT_OF_ORDER', field: 'servedAt' });
    expect(await refusalOf('recordNoticeService', { ...item, servedAt: '2099-01-01T00:00:00Z' })).toMatchObject({ code: 'TIME_IN_FUTURE', field: 'servedAt' });
    const value = await done('recordNoticeService', item, 'state objectBy service { method recipient confirmedByAddressee evidence { hash } } served { userId }');
    expect(value).toMatchObject({
      state: 'SERVED',
      service: { method: 'REGISTERED_POST', recipient: '王某', confirmedByAddressee: false, evidence: [{ hash: slip.hash }] },
      served: { userId: 'regulator-province.1' },
    });
    const objectBy = new Date(String(value['objectBy']));
    expect(objectBy.toISOString()).toMatch(/T16:00:00/);
    expect((objectBy.getTime() - new Date(item.servedAt).getTime()) / (24 * hour)).toBeGreaterThan(15);
    expect(await dutiesOn(hub, id)).toEqual({ ServeResultNotice: 'DONE' });
    expect(await refusalOf('recordNoticeService', item)).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'SERVED' });
  });

  it('is served when its addressee confirms it at the hub; another who says so changes nothing', async () => {
    const id = await issued(await fedBack(hub), 'SELLER');
    confirm(id, 'merchant-2');
    confirm(id, 'merchant-1');
    expect(await served(id)).toMatchObject({ service: { method: 'ELECTRONIC', confirmedByAddressee: true }, served: { partyId: 'merchant-1' } });
    expect(await dutiesOn(hub, id)).toEqual({ ServeResultNotice: 'DONE' });
    expect((await told(hub, id, 'platforms')).at(-1)).toEqual(['ResultNoticeServed', { id, method: 'ELECTRONIC', servedAt: expect.any(String) as string, objectBy: expect.stringMatching(/T16:00:00/) as string }]);
  });

  it('may be withdrawn with a reason until somebody objects, and be issued anew', async () => {
    const data = await fedBack(hub);
    const id = await issued(data, 'SELLER');
    expect(await refusalOf('withdrawResultNotice', { noticeId: id, reason: ' ' })).toMatchObject({ code: 'VALUE_REQUIRED', field: 'reason' });
    await done('withdrawResultNotice', { noticeId: id, reason: '告知内容有误' });
    expect(await dutiesOn(hub, id)).toEqual({ ServeResultNotice: 'DROPPED' });
    expect((await told(hub, id, 'platforms')).at(-1)).toEqual(['ResultNoticeEnded', { id, outcome: 'WITHDRAWN', reason: '告知内容有误' }]);
    const next = await issued(data, 'SELLER');
    confirm(next, 'merchant-1');
    await served(next);
    object(next, 'merchant-1');
    const objection = await objectionTo(next);
    expect(await refusalOf('withdrawResultNotice', { noticeId: next, reason: '有误' })).toMatchObject({ code: 'NOTICE_OBJECTED', message: expect.stringContaining(objection?.number ?? '–') as string });
  });

  it('gives its place when a new version of the result arrives, and everyone who had it is to be told anew', async () => {
    const before = await fedBack(hub);
    const [seller, producer] = [await issued(before, 'SELLER'), await issued(before, 'PRODUCER')];
    const next = await fedBack(hub, { document: before, version: 2, supersedesId: before, conclusion: 'CONFORMING', failedItems: [] });
    expect(await noticeOf(seller)).toMatchObject({ state: 'SUPERSEDED' });
    expect(await noticeOf(producer)).toMatchObject({ state: 'SUPERSEDED' });
    expect((await told(hub, seller, 'platforms')).at(-1)).toEqual(['ResultNoticeEnded', { id: seller, outcome: 'SUPERSEDED', reason: null }]);
    expect(await dutiesOn(hub, next)).toEqual({ IssueResultNotice: 'OPEN' });
    await issued(next, 'SELLER');
    expect(await dutiesOn(hub, next)).toEqual({ IssueResultNotice: 'OPEN' });
    await issued(next, 'PRODUCER');
    expect(await dutiesOn(hub, next)).toEqual({ IssueResultNotice: 'DONE' });
    expect(await dutiesOn(hub, await fedBack(hub, { conclusion: 'CONFORMING' }))).toEqual({});
  });

  it('is owed to seller and producer of what does not conform, and anew when one of them is withdrawn', async () => {
    const data = await fedBack(hub);
    expect(await dutiesOn(hub, data)).toMatchObject({ IssueResultNotice: 'OPEN' });
    await issued(data, 'SELLER');
    expect(await hub.database.$queryRaw`SELECT 1 FROM kernel.duty WHERE kind = 'IssueResultNotice' AND subject_id = ${data}`, 'one duty, however many are still to be told').toHaveLength(1);
    const producer = await issued(data, 'PRODUCER');
    expect(await dutiesOn(hub, data)).toMatchObject({ IssueResultNotice: 'DONE' });
    await done('withdrawResultNotice', { noticeId: producer, reason: '告知内容有误' });
    expect(await dutiesOn(hub, data)).toMatchObject({ IssueResultNotice: 'OPEN' });
    await issued(data, 'PRODUCER');
    expect(await dutiesOn(hub, data)).toMatchObject({ IssueResultNotice: 'DONE' });
  });

  it('is owed over all versions: who had the first and nothing of the second is told of the third, who had one withdrawn is not', async () => {
    const conforming = { conclusion: 'CONFORMING', failedItems: [] };
    const first = await fedBack(hub, conforming);
    await issued(first, 'PRODUCER');
    await done('withdrawResultNotice', { noticeId: await issued(first, 'SELLER'), reason: '告知对象有误' });
    const second = await fedBack(hub, { ...conforming, document: first, version: 2, supersedesId: first });
    expect(await dutiesOn(hub, second)).toEqual({ IssueResultNotice: 'OPEN' });
    const third = await fedBack(hub, { ...conforming, document: first, version: 3, supersedesId: second });
    expect(await dutiesOn(hub, second)).toEqual({ IssueResultNotice: 'DROPPED' });
    expect(await dutiesOn(hub, third)).toEqual({ IssueResultNotice: 'OPEN' });
    await issued(third, 'PRODUCER');
    expect(await dutiesOn(hub, third)).toEqual({ IssueResultNotice: 'DONE' });
  });

  it('leaves its addressee the whole time from when it can know: no word of a platform, and nothing that is entered late, takes from it', async () => {
    const confirmed = await issued(await fedBack(hub), 'SELLER');
    confirm(confirmed, 'merchant-1', { confirmedAt: ago(40 * 24), objectBy: ago(1) });
    const whole = (objectBy: Date | null) => ((objectBy?.getTime() ?? 0) - Date.now()) / (24 * hour);
    expect(whole((await served(confirmed)).objectBy)).toBeGreaterThan(15);

    const entered = await issued(await fedBack(hub), 'SELLER');
    await issuedDaysAgo(entered, 60);
    await done('recordNoticeService', { noticeId: entered, method: 'DIRECT', servedAt: ago(50 * 24), evidence: [slip] });
    expect(whole((await noticeOf(entered)).objectBy)).toBeGreaterThan(15);
  });

  it('may be objected to until a day on which people work, by the calendar that a steward has published', async () => {
    const today = startOfDayInShanghai(dayInShanghai(new Date())).getTime();
    const holidays = Array.from({ length: 20 }, (_, n) => dayInShanghai(new Date(today + (15 + n) * 24 * hour)));
    const off = { holidays, makeUpDays: [] };
    const year = Number(holidays[0]?.slice(0, 4));
    const { objectBy } = await whileHeard(hub, calendarContent({ [year]: off, [year + 1]: off }), async () => {
      const id = await issued(await fedBack(hub), 'SELLER');
      confirm(id, 'merchant-1');
      return served(id);
    });
    expect(objectBy?.getTime()).toBeGreaterThan(today + 35 * 24 * hour);
  });

  it.each([
    ['confirmed', async (noticeId: string) => confirm(noticeId, 'merchant-1')],
    ['entered', async (noticeId: string) => {
      await issuedDaysAgo(noticeId, 2);
      await done('recordNoticeService', { noticeId, method: 'DIRECT', servedAt: ago(24), evidence: [slip] });
    }],
  ])('may be objected to for as long as a steward has published that the law says, where its receipt is %s', async (_how, serve) => {
    const { objectBy } = await whileHeard(hub, legalLimitsWith('Objection', 3), async () => {
      const id = await issued(await fedBack(hub), 'SELLER');
      await serve(id);
      return served(id);
    });
    // With the longest holidays after it.
    expect(objectBy?.getTime()).toBeLessThan(Date.now() + 14 * 24 * hour);
  });
});

describe('an objection (异议, after 5.4.1)', () => {
  it('of an addressee with an account comes from its desk and is decided with reasons, which it is told', async () => {
    const id = await issued(await fedBack(hub), 'SELLER');
    confirm(id, 'merchant-1');
    object(id, 'merchant-1');
    object(id, 'merchant-1', { statement: '再次提出' });
    const objection = await objectionTo(id);
    const objectionId = objection?.id ?? '';
    expect(objection).toMatchObject({ state: 'RAISED', objectorId: 'merchant-1', statement: '检验方法不适用', onBehalf: false, concerned: ['center', 'merchant-1'] });
    expect(await dutiesOn(hub, objectionId)).toEqual({ DecideObjection: 'OPEN' });
    expect(await refusalOf('decideObjection', { objectionId, outcome: 'REJECTED', reason: '' })).toMatchObject({ code: 'VALUE_REQUIRED', field: 'reason' });
    const value = await done('decideObjection', { objectionId, outcome: 'REJECTED', reason: '检验方法符合标准规定' }, 'state decisionReason decided { userId } notice { id objection { id } }');
    expect(value).toMatchObject({ state: 'REJECTED', decided: { userId: 'regulator-province.1' }, notice: { id, objection: { id: objectionId } } });
    expect(await dutiesOn(hub, objectionId)).toEqual({ DecideObjection: 'DONE' });
    expect(await told(hub, objectionId, 'platforms')).toEqual([
      ['ObjectionDecided', { noticeId: id, onBehalf: false, outcome: 'REJECTED', reason: '检验方法符合标准规定', decidedAt: expect.any(String) as string }],
    ]);
    expect(await refusalOf('decideObjection', { objectionId, outcome: 'UPHELD', reason: '改判' })).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'REJECTED' });
    const read = `{ objection(id: "${objectionId}") { id decisionReason } }`;
    expect((await hub.ask('merchant-1', read)).data).toEqual({ objection: { id: objectionId, decisionReason: '检验方法符合标准规定' } });
    expect((await hub.ask('platform-1', read)).data).toEqual({ objection: null });
  });

  it('of an addressee without an account is entered for it, in time, by its limit from service on; later ones are refused with the day', async () => {
    const id = await issued(await fedBack(hub), 'PRODUCER');
    await issuedDaysAgo(id, 40);
    const item = { noticeId: id, ground: 'NOT_OUR_PRODUCT', statement: '该批次并非我公司生产', raisedAt: ago(1) };
    expect(await refusalOf('recordObjection', item)).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'ISSUED' });
    await done('recordNoticeService', { noticeId: id, method: 'DIRECT', servedAt: ago(39 * 24), evidence: [slip] });
    const { objectBy } = await noticeOf(id);
    const lastDay = new Date((objectBy?.getTime() ?? 0) - 1 + 8 * hour).toISOString().slice(0, 10);
    expect(await refusalOf('recordObjection', item)).toMatchObject({ code: 'OBJECTION_TOO_LATE', field: 'raisedAt', message: expect.stringContaining(lastDay) as string });
    expect(await refusalOf('recordObjection', { ...item, raisedAt: ago(39.5 * 24) })).toMatchObject({ code: 'TIMES_OUT_OF_ORDER' });
    const inTime = { ...item, raisedAt: ago(30 * 24) };
    expect(await done('recordObjection', inTime, 'state onBehalf objector { id } objectorName')).toEqual({ state: 'RAISED', onBehalf: true, objector: null, objectorName: '晴川电器制造有限公司' });
    expect(await refusalOf('recordObjection', inTime)).toMatchObject({ code: 'NOTICE_OBJECTED' });

    const withAccount = await issued(await fedBack(hub), 'SELLER');
    confirm(withAccount, 'merchant-1');
    await served(withAccount);
    const ofAccount = { ...item, noticeId: withAccount, ground: 'RESULT', raisedAt: ago(0) };
    expect(await refusalOf('recordObjection', ofAccount)).toMatchObject({ code: 'OBJECTOR_ACTS_ITSELF' });
    await withoutAccount('merchant-1', async () => {
      expect(await done('recordObjection', ofAccount, 'state onBehalf')).toEqual({ state: 'RAISED', onBehalf: true });
    });
  });

  it('that crosses one that was entered for its author is decided as well: neither takes anything from the other', async () => {
    const data = await fedBack(hub);
    const id = await issued(data, 'SELLER');
    confirm(id, 'merchant-1');
    await served(id);
    const item = { noticeId: id, ground: 'RESULT', statement: '来函所述', raisedAt: ago(0) };
    await withoutAccount('merchant-1', async () => {
      await done('recordObjection', item);
    });
    object(id, 'merchant-1', { statement: '本库所述' });
    const [own, entered] = [await objectionTo(id), await objectionTo(id, true)];
    expect([own, entered]).toMatchObject([{ state: 'RAISED', statement: '本库所述' }, { state: 'RAISED', statement: '来函所述' }]);
    const [first, second] = [own?.id ?? '', entered?.id ?? ''];
    for (const objectionId of [first, second]) expect(await dutiesOn(hub, objectionId)).toEqual({ DecideObjection: 'OPEN' });
    const read = `{ resultNotice(id: "${id}") { objection { id } } objections(filter: { noticeId: "${id}" }) { nodes { id } } }`;
    const { objections, resultNotice } = (await hub.ask<{ resultNotice: object; objections: { nodes: { id: string }[] } }>('merchant-1', read)).data;
    expect(resultNotice).toEqual({ objection: { id: first } });
    expect(objections.nodes.map((node) => node.id).sort()).toEqual([first, second].sort());
    expect(await refusalOf('withdrawResultNotice', { noticeId: id, reason: '有误' })).toMatchObject({ code: 'NOTICE_OBJECTED' });
    await done('decideObjection', { objectionId: second, outcome: 'REJECTED', reason: '不成立' });
    expect(await dutiesOn(hub, first)).toEqual({ DecideObjection: 'OPEN' });
    await done('decideObjection', { objectionId: first, outcome: 'REJECTED', reason: '同前' });
    expect(await told(hub, second, 'platforms')).toMatchObject([['ObjectionDecided', { noticeId: id, onBehalf: true, reason: '不成立' }]]);
    expect(await told(hub, first, 'platforms')).toMatchObject([['ObjectionDecided', { noticeId: id, onBehalf: false, reason: '同前' }]]);
  });

  it('that comes too late, or after its notice has given its place, is kept and not admitted, and its author is told', async () => {
    const late = await issued(await fedBack(hub), 'SELLER');
    confirm(late, 'merchant-1');
    await served(late);
    await timeOver(late);
    object(late, 'merchant-1');
    expect(await objectionTo(late)).toMatchObject({ state: 'NOT_ADMITTED' });

    const data = await fedBack(hub);
    const overtaken = await issued(data, 'SELLER');
    confirm(overtaken, 'merchant-1');
    await served(overtaken);
    await fedBack(hub, { document: data, version: 2, supersedesId: data });
    object(overtaken, 'merchant-1');
    const objection = await objectionTo(overtaken);
    expect(objection).toMatchObject({ state: 'NOT_ADMITTED', decideBy: null });
    expect(await dutiesOn(hub, objection?.id ?? randomUUID())).toEqual({});
    expect(await told(hub, objection?.id ?? '', 'platforms')).toEqual([['ObjectionDecided', expect.objectContaining({ noticeId: overtaken, outcome: 'NOT_ADMITTED' })]]);
  });
});
