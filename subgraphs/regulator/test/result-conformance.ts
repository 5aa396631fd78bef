import { randomUUID } from 'node:crypto';
import type { ConformanceFixture } from '@hub/kernel/testing/conformance/conformance-fixture.js';
import type { MatrixRow } from '@hub/kernel/testing/conformance/row-matrix.js';
import type { SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { recipientKeepingOf } from '../src/recipients/recipient-keeping-of.js';
import type { RegulatorDatabase } from '../src/repository/database.js';
import { acted, later, now, stamps } from './conformance-rows.js';

const file = { hash: `sha-256:${'5'.repeat(64)}`, size: 1000, mediaType: 'image/png', name: '送达回证.png' };
const service = { method: 'DIRECT', servedAt: now.toISOString(), recipient: null, note: 'a note', confirmedByAddressee: false, evidence: [file] };
const product = { productName: '电热水壶', brand: 'a brand', producerName: 'a producer', shopName: 'a shop', platformName: 'a platform', failedItems: ['泄漏电流'] };
const reply = { outcome: 'ACCEPTED', text: 'a text', documentNumber: 'a number', repliedAt: now.toISOString(), onBehalf: true, evidence: [file] };

/** Fixtures of what follows a result: notices, objections, retests, public notices (after 5.4.1), and referrals (3.1 d). */
export function resultFixtures(hub: () => SubgraphUnderTest<RegulatorDatabase>): Pick<ConformanceFixture, 'entities' | 'acts'> {
  async function notice(row: MatrixRow, number: number | string, more: object = {}): Promise<string> {
    const { database, environment } = hub();
    const [recipient] = await inUnitOfWork(database, { owner: 'regulator', at: now, actor: null, causedBy: [] }, (unit) => recipientKeepingOf(environment).keep(unit, [{ holder: row.holder, content: { name: 'a recipient' } }]));
    const { id } = await database.resultNotice.create({
      data: {
        number: `GZ-${number}`,
        monitoringDataId: await data(row),
        planId: 'plan',
        capacity: 'SELLER',
        addresseeId: 'merchant-1',
        addresseeName: 'a merchant',
        addresseeUscc: '91110000600037341L',
        productName: '电热水壶',
        brand: 'a brand',
        producerName: 'a producer',
        shopName: 'a shop',
        conclusion: 'NONCONFORMING',
        failedItems: ['泄漏电流'],
        text: 'a text',
        issuedAt: now,
        serveBy: now,
        service,
        recipientId: recipient?.personId ?? null,
        sealedRecipient: recipient?.sealed ?? null,
        objectBy: new Date(later),
        withdrawReason: 'a reason',
        issued: acted,
        served: acted,
        ...stamps(row),
        ...more,
      },
    });
    return id;
  }
  const withoutAccount = (id: string) => hub().database.resultNotice.update({ where: { id }, data: { addresseeId: null, capacity: 'PRODUCER' } });

  async function objection(row: MatrixRow, number: number | string): Promise<string> {
    const served = { ...row, state: 'SERVED', reached: ['ISSUED', 'SERVED'] };
    const { id } = await hub().database.objection.create({
      data: {
        number: `YY-${number}`,
        noticeId: await notice(served, `of-${number}`),
        planId: 'plan',
        objectorId: 'merchant-1',
        objectorName: 'a merchant',
        ground: 'RESULT',
        statement: 'a statement',
        retestRequested: true,
        evidence: [file],
        raisedAt: now,
        onBehalf: false,
        decideBy: now,
        decisionReason: 'a reason',
        decidedAt: now,
        decided: acted,
        ...stamps(row),
      },
    });
    return id;
  }

  /** Monitoring data that an objection is to. */
  async function data({ holder, concerned }: MatrixRow): Promise<string> {
    const id = randomUUID();
    const states = { state: 'HANDLED', reached: ['RECEIVED', 'IN_HANDLING', 'HANDLED'], holder, concerned: [...concerned] };
    const told = { number: `SJ-${id}`, productName: '电热水壶', conclusion: 'NONCONFORMING', failedItems: [], platformId: 'platform-1', shopName: 'a shop' };
    await hub().database.receivedMonitoringData.create({
      data: { ...{ id, document: id, version: 1, planId: 'plan', centerId: 'center', fedBackAt: now, receivedAt: now, cause: 'x:y' }, ...told, ...states },
    });
    return id;
  }

  async function referral(row: MatrixRow, number: number): Promise<string> {
    const { id } = await hub().database.caseReferral.create({
      data: {
        number: `YS-${number}`,
        handlingId: await handling(row, number),
        recipientId: 'department',
        recipientName: 'a department',
        recipientKind: 'DEPARTMENT',
        summary: 'a summary',
        reason: 'a reason',
        evidence: [file],
        referredAt: now,
        answerBy: now,
        reply,
        withdrawReason: 'a reason',
        referred: acted,
        ...stamps(row),
      },
    });
    return id;
  }

  async function handling(row: MatrixRow, number: number): Promise<string> {
    const open = { ...stamps(row), state: 'OPEN', reached: ['OPEN'] };
    const { id } = await hub().database.hazardHandling.create({
      data: { number: `YH-referred-${number}`, summary: 'a summary', opened: acted, openedAt: now, closeBy: now, result: 'a result', closed: acted, ...open },
    });
    return id;
  }

  /** Makes monitoring data such that the public may be told: both were told, and nobody objected in time. */
  async function publishable(id: string): Promise<void> {
    const { holder, concerned } = await hub().database.receivedMonitoringData.findUniqueOrThrow({ where: { id } });
    const row: MatrixRow = { holder, concerned, sellerRegion: null, producerRegion: null, platformRegion: null, state: 'SERVED', reached: ['ISSUED', 'SERVED'], relation: 'told' };
    for (const capacity of ['SELLER', 'PRODUCER']) await notice(row, randomUUID(), { monitoringDataId: id, capacity, objectBy: new Date(now.getTime() - 3_600_000) });
  }

  return {
    entities: {
      ResultNotice: {
        paths: [
          ['ISSUED', 'SERVED', 'SUPERSEDED'],
          ['ISSUED', 'WITHDRAWN'],
        ],
        insert: notice,
      },
      Objection: { paths: [['RAISED', 'UNDER_RETEST', 'UPHELD'], ['RAISED', 'REJECTED'], ['NOT_ADMITTED']], insert: objection },
      SellerCorrection: {
        paths: [['RECEIVED', 'AGREED'], ['RECEIVED', 'REFUSED'], ['RECEIVED', 'WITHDRAWN']],
        insert: async (row) => {
          const { id } = await hub().database.sellerCorrection.create({
            data: {
              id: randomUUID(),
              centerId: 'center',
              monitoringDataId: 'data',
              shopName: 'a shop',
              merchantName: 'a merchant',
              merchantUscc: 'a code',
              sellerRegion: '330105',
              reason: 'a reason',
              receivedAt: now,
              cause: 'x:y',
              answered: acted,
              answerReason: 'a reason',
              withdrawalReason: 'a reason',
              ...stamps(row),
            },
          });
          return id;
        },
      },
      Retest: {
        paths: [
          ['ORDERED', 'CONCLUDED'],
          ['ORDERED', 'IMPOSSIBLE'],
        ],
        insert: async (row, number) => {
          const { id } = await hub().database.retest.create({
            data: {
              number: `FJ-${number}`,
              objectionId: await objection({ ...row, state: 'UNDER_RETEST', reached: ['RAISED', 'UNDER_RETEST'] }, `of-retest-${number}`),
              monitoringDataId: 'data',
              document: `document-${number}`,
              planId: 'plan',
              reason: 'a reason',
              orderedAt: now,
              dueAt: now,
              conclusion: 'CONFORMING',
              newMonitoringDataId: 'new data',
              impossibleReason: 'a reason',
              concludedAt: now,
              ordered: acted,
              ...stamps(row),
            },
          });
          return id;
        },
      },
      PublicNotice: {
        paths: [
          ['PUBLISHED', 'WITHDRAWN'],
          ['PUBLISHED', 'UNDER_REVIEW', 'WITHDRAWN'],
        ],
        insert: async (row, number) => {
          const { id } = await hub().database.publicNotice.create({
            data: {
              number: `GG-${number}`,
              title: 'a title',
              text: 'a text',
              regulatorName: 'a regulator',
              monitoringDataIds: ['data'],
              products: [product],
              publishedAt: now,
              underReviewSince: now,
              withdrawReason: 'a reason',
              published: acted,
              ...stamps(row),
            },
          });
          return id;
        },
      },
      CaseReferral: {
        paths: [
          ['REFERRED', 'ACCEPTED'],
          ['REFERRED', 'DECLINED'],
          ['REFERRED', 'WITHDRAWN'],
        ],
        insert: referral,
      },
    },
    acts: {
      issueResultNotice: {
        input: (monitoringDataId) => ({ monitoringDataId, capacity: 'SELLER', text: 't' }),
        good: (monitoringDataId) => ({ monitoringDataId, expectedRevision: 1, capacity: 'PRODUCER', text: '检验结论为不合格，可在收到之日起十五日内提出异议。' }),
      },
      recordNoticeService: {
        input: (noticeId) => ({ noticeId, method: 'DIRECT', servedAt: now.toISOString(), evidence: [file] }),
        good: (noticeId) => ({
          noticeId,
          expectedRevision: 1,
          method: 'REGISTERED_POST',
          servedAt: '2026-03-02T00:00:00Z',
          recipient: '王某',
          note: '邮寄送达',
          evidence: [file],
        }),
      },
      eraseNoticeRecipient: { input: (noticeId) => ({ noticeId, reason: 'r' }), good: (noticeId) => ({ noticeId, reason: '本人要求' }) },
      withdrawResultNotice: {
        input: (noticeId) => ({ noticeId, reason: 'r' }),
        good: (noticeId) => ({ noticeId, expectedRevision: 1, reason: '告知对象有误' }),
      },
      recordObjection: {
        input: async (noticeId) => {
          if (noticeId !== 'none') await withoutAccount(noticeId);
          return { noticeId, ground: 'RESULT', statement: 's', raisedAt: now.toISOString() };
        },
        good: async (noticeId) => {
          await withoutAccount(noticeId);
          return {
            noticeId,
            expectedRevision: 1,
            ground: 'NOT_OUR_PRODUCT',
            statement: '该批次并非我公司生产',
            retestRequested: true,
            raisedAt: '2026-03-02T00:00:00Z',
            evidence: [file],
          };
        },
      },
      decideObjection: {
        input: (objectionId) => ({ objectionId, outcome: 'REJECTED', reason: 'r' }),
        good: (objectionId) => ({ objectionId, expectedRevision: 1, outcome: 'UPHELD', reason: '鉴定意见表明并非该企业生产' }),
      },
      answerSellerCorrection: {
        input: (correctionId) => ({ correctionId, answer: 'REFUSE', reason: 'r' }),
        good: (correctionId) => ({ correctionId, expectedRevision: 1, answer: 'REFUSE', reason: '登记无误' }),
      },
      orderRetest: {
        input: (objectionId) => ({ objectionId, reason: 'r', dueAt: later }),
        good: (objectionId) => ({ objectionId, expectedRevision: 1, reason: '对检验结论有异议', dueAt: later }),
      },
      submitForPublicNotice: {
        input: (monitoringDataId) => ({ monitoringDataId }),
        good: (monitoringDataId) => ({ monitoringDataId, expectedRevision: 1 }),
      },
      publishNotice: {
        input: (id) => ({ title: 't', text: 't', monitoringDataIds: [id] }),
        good: async (id) => {
          await publishable(id);
          return { title: '关于电热水壶监测结果的公告', text: '下列产品不合格。', monitoringDataIds: [id] };
        },
      },
      withdrawPublicNotice: {
        input: (publicNoticeId) => ({ publicNoticeId, reason: 'r' }),
        good: (publicNoticeId) => ({ publicNoticeId, expectedRevision: 1, reason: '批次有误' }),
      },
      referCase: {
        input: (handlingId) => ({ handlingId, recipient: { name: 'n', kind: 'DEPARTMENT' }, reason: 'r' }),
        good: (handlingId) => ({
          handlingId,
          expectedRevision: 1,
          recipient: { name: '湖滨市公安局', kind: 'DEPARTMENT' },
          reason: '涉嫌犯罪',
          answerBy: later,
          evidence: [file],
        }),
      },
      answerCaseReferral: {
        input: (referralId) => ({ referralId, outcome: 'ACCEPTED', text: 't' }),
        good: async (referralId) => {
          await hub().database.caseReferral.update({ where: { id: referralId }, data: { recipientId: null } });
          return {
            referralId,
            expectedRevision: 1,
            outcome: 'ACCEPTED',
            text: '已受理',
            documentNumber: '湖公移〔2026〕1号',
            repliedAt: '2026-03-02T00:00:00Z',
            evidence: [file],
          };
        },
      },
      withdrawCaseReferral: {
        input: (referralId) => ({ referralId, reason: 'r' }),
        good: (referralId) => ({ referralId, expectedRevision: 1, reason: '移送对象有误' }),
      },
    },
  };
}
