import type { ConformanceFixture } from '@hub/kernel/testing/conformance/conformance-fixture.js';
import type { MatrixRow } from '@hub/kernel/testing/conformance/row-matrix.js';
import type { SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import type { RegulatorDatabase } from '../src/repository/database.js';
import { acted, later, now, stamps } from './conformance-rows.js';

const file = { hash: `sha-256:${'5'.repeat(64)}`, size: 1000, mediaType: 'image/png', name: '送达回证.png' };
const service = { method: 'DIRECT', servedAt: now.toISOString(), recipient: 'a recipient', note: 'a note', confirmedByAddressee: false, evidence: [file] };

/** Fixtures of what follows a result: notices and objections (after 5.4.1). */
export function resultFixtures(hub: () => SubgraphUnderTest<RegulatorDatabase>): Pick<ConformanceFixture, 'entities' | 'acts'> {
  async function notice(row: MatrixRow, number: number | string): Promise<string> {
    const { id } = await hub().database.resultNotice.create({
      data: {
        number: `GZ-${number}`,
        monitoringDataId: 'data',
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
        objectBy: new Date(later),
        withdrawReason: 'a reason',
        issued: acted,
        served: acted,
        ...stamps(row),
      },
    });
    return id;
  }
  const withoutAccount = (id: string) => hub().database.resultNotice.update({ where: { id }, data: { addresseeId: null, capacity: 'PRODUCER' } });

  return {
    entities: {
      ResultNotice: {
        paths: [
          ['ISSUED', 'SERVED', 'SUPERSEDED'],
          ['ISSUED', 'WITHDRAWN'],
        ],
        insert: notice,
      },
      Objection: {
        paths: [['RAISED', 'UPHELD'], ['RAISED', 'REJECTED'], ['NOT_ADMITTED']],
        insert: async (row, number) => {
          const { id } = await hub().database.objection.create({
            data: {
              number: `YY-${number}`,
              noticeId: await notice({ ...row, state: 'SERVED', reached: ['ISSUED', 'SERVED'] }, `of-${number}`),
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
        },
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
    },
  };
}
