import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completePlans, handleHazards } from '../../../scripts/src/month/closing.js';
import { accept, commission, dispatch, enterResults, issueReports, lotsOf, prepareReports, receiveAtLab, review, type Lot } from '../../../scripts/src/month/inspecting.js';
import { join } from '../../../scripts/src/month/join.js';
import { Month, type Sample } from '../../../scripts/src/month/month.js';
import { analysts, cityOfficers, labStaff, merchant, platformOfficers, producer, province, samplers, storekeepers } from '../../../scripts/src/month/parties.js';
import { acceptParts, assignPart, issuePlan, orderSamples, startWorkPlans } from '../../../scripts/src/month/planning.js';
import { buy, confirm, preserve, receive, register, ship, toBuy, verify, warehouse } from '../../../scripts/src/month/sampling.js';
import { acknowledge, compile, failed, feedBack, handle, issueNotices, serveNotices, type Notice } from '../../../scripts/src/month/telling.js';
import { JourneyHub } from './journey-hub.js';
import { brokenAtLab, commissionLetGo, commissionTakenBack, labelsCorrectedAtLab, noTaskLeft, reportCorrected, reportReturned } from './month/inspection-mistakes.js';
import { MendedMistakes } from './month/mended.js';
import { decide, objected, retested, toldOfRetest } from './month/objections.js';
import { labelsSwapped, orderToWrongPlatform, partCutWrong, platforms, purchaseOfWrongMerchant, seenTooEarly, workDelegated, workHandedOver, wrongGoodsReplaced } from './month/sampling-mistakes.js';
import { countsOfCentre, knownToLab, leftOver, progressOf, seenBy, spendingOf } from './month/seen.js';
import { noticeRecalled, publicNoticeCorrected, sellerCorrected, toldAnew } from './month/telling-mistakes.js';

describe.each([{ separate: false }, { separate: true }])('a month at a centre: 300 samples for two cities (separate processes: $separate)', (mode) => {
  let hub: JourneyHub;
  let month: Month;
  let lots: readonly Lot[];
  let notices: readonly Notice[];
  const mended = new MendedMistakes();
  beforeAll(async () => {
    hub = await JourneyHub.start(mode);
    await hub.ready();
    month = new Month(hub, 'month', 30);
  }, 180_000);
  afterAll(() => hub?.stop(), 60_000);

  /** A sample by its order (of either city five) and its place there. */
  const sampleOf = (order: number, place: number): Sample => month.samples[order * month.perOrder + place]!;
  const lotOf = (city: number, lab: string) => lots.find((lot) => lot.lab === lab && lot.samples[0]?.order.city === city)!;
  /** A step of the story: short, and not cut off before a busy machine has done it. */
  const step = (title: string, take: () => Promise<void>) => it(title, take, 300_000);

  describe('the first week: it is planned and bought', () => {
    step('a third lab and a second city join, and five samplers are registered', () => join(month));

    step('the province plans upon a report, and assigns a part to each of two cities; one was cut wrong and goes back first', async () => {
      await issuePlan(month);
      await assignPart(month, 0);
      await partCutWrong(month, mended);
      await assignPart(month, 1);
      await acceptParts(month);
    });

    step('the centre starts a work plan for each city and orders from five samplers; one order was to the wrong platform', async () => {
      await startWorkPlans(month);
      await orderToWrongPlatform(month, mended);
      await orderSamples(month);
      month.samples.push(...toBuy(month, month.orders));
      expect(month.samples).toHaveLength(300);
    });

    step('they buy, and nobody outside sees what; one entered the wrong merchant', async () => {
      await buy(month, month.samples);
      expect(await seenTooEarly(month, [...platforms, merchant, producer])).toEqual([]);
      await purchaseOfWrongMerchant(month, mended, sampleOf(0, 5));
    });

    step('they ship what came; one falls ill, and hands ten parcels over to a colleague', async () => {
      await confirm(month, month.samples);
      const ofTheIll = month.samples.filter(({ order }) => order === month.orders[2]).slice(0, 10);
      await workHandedOver(month, mended, ofTheIll);
      await ship(month, month.samples.filter((sample) => !ofTheIll.includes(sample)));
    });

    step('a storekeeper goes on leave, and a steward verifies in their stead; one sample came damaged, goes back and is replaced', async () => {
      await receive(month, month.samples);
      const standIn = await workDelegated(month, mended);
      const damaged = sampleOf(1, 6);
      const others = month.samples.filter((sample) => sample !== damaged);
      await verify(month, others, [storekeepers[0]!, standIn]);
      await wrongGoodsReplaced(month, mended, damaged, standIn);
      await month.one(storekeepers[1]!, 'endDelegation', { delegationId: standIn.delegation, reason: '返岗' });
      await register(month, others);
      await preserve(month, others);
      await warehouse(month, others);
    });

    step('the labels of two were swapped on the way into the warehouse', () => labelsSwapped(month, mended, [sampleOf(2, 7), sampleOf(2, 8)]));
  });

  describe('the second week: it is inspected', () => {
    step('three labs are commissioned; one lot was another lab’s and is taken back in time, and one is let go by a lab that had accepted it', async () => {
      lots = lotsOf(month.samples);
      expect(lots.map(({ lab, samples }) => `${lab} ${samples.length}`).sort()).toEqual(['lab-1 90', 'lab-2 60', 'lab-2 60', 'lab-3 90']);
      await commissionTakenBack(month, mended, lotOf(0, 'lab-2'), 'lab-1');
      await commissionLetGo(month, mended, lotOf(1, 'lab-2'), 'lab-1');
      await commission(month, lots);
      await accept(month, lots);
      await noTaskLeft(month, labStaff['lab-1'].technicians[0]!, 'AcceptCommission');
    });

    step('the samples go to the labs under seal, by blind numbers; the labels of two that a lab has are set right with its word', async () => {
      await dispatch(month, month.samples);
      await receiveAtLab(month, month.samples);
      await labelsCorrectedAtLab(month, mended, [sampleOf(1, 7), sampleOf(1, 8)]);
      expect(await knownToLab(month, 'lab-2')).toEqual(Array.from({ length: 120 }, () => ({ blindNumber: expect.any(String) as string, number: null, productName: null, purchase: null })));
    });

    step('one breaks there, and another is bought and inspected in its place', () => brokenAtLab(month, mended, sampleOf(7, 9)));

    step('results are entered and reports prepared, reviewed and signed; a reviewer returned one', async () => {
      const tested = month.samples.filter(({ reportId }) => reportId === '');
      expect(tested).toHaveLength(299);
      await enterResults(month, tested);
      await prepareReports(month, tested);
      await reportReturned(month, mended, sampleOf(3, 4));
      await review(month, tested);
      await issueReports(month, tested);
    });
  });

  describe('the third week: it is told', () => {
    step('the centre feeds 300 results back, and each platform acknowledges its own', async () => {
      await compile(month, month.samples);
      await feedBack(month, month.samples);
      await acknowledge(month, month.samples);
    });

    step('a lab corrects a report, and the centre tells of the new version', async () => {
      await reportCorrected(month, mended, sampleOf(3, 5));
      await toldAnew(month, sampleOf(3, 5), 'FeedBackMonitoringData');
    });

    step('one result named the wrong seller; the city agrees, and the right one is told', () => sellerCorrected(month, mended, sampleOf(1, 1)));

    step('platforms handle the twenty that fail', () => handle(month, failed(month.samples)));

    step('sellers and producers are told in writing; one notice was wrong, is recalled and issued anew', async () => {
      notices = await noticeRecalled(month, mended, await issueNotices(month, failed(month.samples)), sampleOf(5, 1));
      expect(notices).toHaveLength(30);
      await serveNotices(month, notices);
    });
  });

  describe('the fourth week: it is objected to, decided and published', () => {
    const noticeOf = (sample: Sample, capacity: Notice['capacity']) => notices.find((notice) => notice.sample === sample && notice.capacity === capacity)!;
    let retest: Sample;
    let published: string;

    step('a seller objects, another lab tests what was kept back, and its result supersedes the first', async () => {
      const disputed = sampleOf(0, 0);
      const objectionId = await objected(month, noticeOf(disputed, 'SELLER'), { ground: 'RESULT', statement: '与出厂检验不一致', retestRequested: true });
      retest = await retested(month, disputed, objectionId);
      const read = () => month.read<{ receivedMonitoringData: { state: string; supersededBy: object | null } }>(cityOfficers[0]!, 'query ($id: ID!) { receivedMonitoringData(id: $id) { state supersededBy { id conclusion } } }', { id: disputed.dataId });
      const { receivedMonitoringData } = await month.eventually(read, (data) => data.receivedMonitoringData.state === 'SUPERSEDED');
      expect(receivedMonitoringData.supersededBy).toEqual({ id: retest.dataId, conclusion: 'CONFORMING' });
      await decide(month, cityOfficers[0]!, [objectionId], 'UPHELD', '复检结论为符合');
      await toldOfRetest(month, retest);
    });

    step('others object in vain, in both cities', async () => {
      for (const [city, sample] of [sampleOf(1, 0), sampleOf(5, 0)].entries()) {
        const seller = await objected(month, noticeOf(sample, 'SELLER'), { ground: 'SAMPLING', statement: '所购为展示样机' });
        const producers = await objected(month, noticeOf(sample, 'PRODUCER'), { ground: 'NOT_OUR_PRODUCT', statement: '该批次并非我厂生产' });
        await decide(month, cityOfficers[city]!, [seller, producers], 'REJECTED', '抽样符合规定，且有出厂标识为证');
      }
    });

    step('the cities close their cases', () => handleHazards(month, failed(month.samples).filter((sample) => sample !== sampleOf(0, 0))));

    step('the province publishes what the cities hand up, once it may be; a first notice had the wrong title', async () => {
      const monitoringDataIds = [sampleOf(1, 0), sampleOf(5, 0)].map(({ dataId }) => dataId);
      const content = { title: '关于电热水壶监督抽查结果的公告', text: '下列产品检验结论为不合格。', monitoringDataIds };
      expect(await month.refused(province, 'publishNotice', content)).toMatchObject({ code: 'NOT_FOUND' });
      for (const [city, monitoringDataId] of [...monitoringDataIds.entries(), [0, sampleOf(2, 0).dataId] as const]) await month.one(cityOfficers[city]!, 'submitForPublicNotice', { monitoringDataId });
      expect(await month.refused(province, 'publishNotice', { ...content, monitoringDataIds: [sampleOf(2, 0).dataId] })).toMatchObject({ code: 'OBJECTION_TIME_RUNNING' });
      published = await publicNoticeCorrected(month, mended, content, content.title);
    });

    step('anybody reads it, and nothing of the one that was withdrawn but why', async () => {
      const { body } = await request(`${hub.url}/public-notices`);
      const { notices: read } = (await body.json()) as { notices: { id: string }[] };
      expect(read.find(({ id }) => id === published)).toMatchObject({ state: 'PUBLISHED', products: [{ failedItems: ['泄漏电流'] }, { failedItems: ['泄漏电流'] }] });
      expect(read.filter(({ id }) => id !== published)).toMatchObject([{ state: 'WITHDRAWN', products: [], withdrawReason: '公告标题产品名称有误' }]);
    });

    step('the cities complete their plans, and the province its own', () => completePlans(month));
  });

  describe('when it is over', () => {
    step('every sample has come to its end', async () => {
      expect(await countsOfCentre(month)).toEqual({ bought: 302, returned: 1, failed: 1, fedBack: 301, toldAtLast: 300, superseded: 3, cancelledOrders: 1, fulfilledOrders: 12 });
    });

    step('nobody has a task left, and nothing was late', async () => {
      const everybody = [province, ...cityOfficers, ...analysts, ...samplers, ...storekeepers, ...Object.values(labStaff).flatMap(({ technicians, reviewer, signatory }) => [...technicians, reviewer, signatory]), ...Object.values(platformOfficers), merchant, producer];
      await month.eventually(() => leftOver(month, everybody), (left) => left.length === 0);
      const { done, ...rest } = await progressOf(month, province, month.planId);
      expect(rest).toEqual({ open: 0, late: 0, doneLate: 0 });
      const ofCities = await Promise.all(month.cities.map(({ planId }, city) => progressOf(month, cityOfficers[city]!, planId)));
      expect(done).toBeGreaterThan(ofCities.reduce((sum, progress) => sum + progress.done, 0));
    });

    step('each city keeps within its part of the budget, and together they do within the province’s', async () => {
      const spent = await spendingOf(month);
      expect(spent.cities).toEqual([
        { purchases: '13439.00', freight: '906.00', refunds: '95.00', testFees: '15100.00', total: '29350.00', budget: '42000.00' },
        { purchases: '13439.00', freight: '906.00', refunds: '0', testFees: '15100.00', total: '29445.00', budget: '42000.00' },
      ]);
      const spending = [{ purchases: '26878.00', freight: '1812.00', refunds: '95.00', testFees: '30200.00', total: '58795.00' }];
      expect(spent.province).toEqual({ spending, assigned: '84000.00', budget: '90000.00' });
    });

    step('each party sees its own part, and no more', async () => {
      expect(await seenBy(month)).toEqual({
        province: { data: 3, notices: 0 },
        cities: [{ data: 153, otherData: 0, otherPlan: null }, { data: 150, otherData: 0, otherPlan: null }],
        platforms: { 'platform-1': 181, 'platform-2': 122 },
        labs: { 'lab-1': 90, 'lab-2': 120, 'lab-3': 92 },
        merchant: { own: 11, all: 11 },
      });
    });

    step('and why each mistake was put right is read by whom it concerns', async () => {
      expect(new Set(mended.all.map(({ what }) => what)).size).toBe(16);
      expect(await mended.untold(month)).toEqual([]);
    });
  });
});
