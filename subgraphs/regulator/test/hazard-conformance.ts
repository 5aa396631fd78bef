import { randomUUID } from 'node:crypto';
import type { ConformanceFixture } from '@hub/kernel/testing/conformance/conformance-fixture.js';
import type { MatrixRow } from '@hub/kernel/testing/conformance/row-matrix.js';
import type { SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import type { RegulatorDatabase } from '../src/repository/database.js';
import { acted, later, now, regions, stamps } from './conformance-rows.js';

type Row<Model extends 'receivedMonitoringData' | 'hazardHandling'> = Parameters<RegulatorDatabase[Model]['create']>[0]['data'];

const uscc = '91110000600037341L';
const direction = { instruction: '停止销售并报告处置情况。', dueAt: later };
const screenshot = { hash: `sha-256:${'0'.repeat(64)}`, size: 1000, mediaType: 'image/png', name: '下架截图.png' };

/** Fixtures of monitoring data at the regulator, of cases and of directions (3.1 d). */
export function hazardFixtures(hub: () => SubgraphUnderTest<RegulatorDatabase>): Pick<ConformanceFixture, 'entities' | 'acts'> {
  async function receivedData(row: Partial<Row<'receivedMonitoringData'>>): Promise<string> {
    const id = randomUUID();
    await hub().database.receivedMonitoringData.create({
      data: {
        id,
        document: id,
        version: 1,
        planId: 'plan',
        centerId: 'center',
        productCategory: '0706',
        productName: '电热水壶',
        brand: 'a brand',
        producerName: 'a producer',
        producerUscc: uscc,
        conclusion: 'NONCONFORMING',
        failedItems: ['泄漏电流'],
        platformId: 'platform-1',
        shopName: 'a shop',
        merchantName: 'a merchant',
        merchantUscc: uscc,
        fedBackAt: now,
        receivedAt: now,
        cause: 'x:y',
        ...row,
      } as Row<'receivedMonitoringData'>,
    });
    return id;
  }

  async function handling(row: MatrixRow, number: number | string): Promise<string> {
    const { id } = await hub().database.hazardHandling.create({
      data: {
        number: `YH-${number}`, summary: 'a summary', opened: acted, openedAt: now, closeBy: now, result: 'a result', closed: acted, ...stamps(row),
      },
    });
    return id;
  }

  /** Monitoring data under the case, which it leads to its end. */
  async function dataOf(handlingId: string): Promise<string> {
    const { holder } = await hub().database.hazardHandling.findUniqueOrThrow({ where: { id: handlingId } });
    return receivedData({ number: `SJ-${randomUUID()}`, handlingId, holder, concerned: ['center'], state: 'IN_HANDLING', reached: ['RECEIVED', 'IN_HANDLING'] });
  }

  return {
    entities: {
      ReceivedMonitoringData: {
        paths: [
          ['RECEIVED', 'IN_HANDLING', 'HANDLED'],
          ['FILED', 'SUPERSEDED'],
        ],
        insert: (row, number) => receivedData({ number: `SJ-${number}`, ...regions(row), ...stamps(row) }),
      },
      HazardHandling: { paths: [['OPEN', 'CLOSED']], insert: handling },
      HazardDirection: {
        paths: [
          ['ISSUED', 'ANSWERED', 'ENDED'],
          ['ISSUED', 'WITHDRAWN'],
        ],
        insert: async (row, number) => {
          const { id } = await hub().database.hazardDirection.create({
            data: {
              number: `ZL-${number}`,
              handlingId: await handling({ ...row, state: 'OPEN', reached: ['OPEN'] }, `of-${number}`),
              kind: 'DELIST',
              addresseeKind: 'PLATFORM',
              addresseeId: 'platform-1',
              addresseeName: 'a platform',
              addresseeUscc: uscc,
              monitoringDataIds: ['data'],
              instruction: 'an instruction',
              issuedAt: now,
              dueAt: now,
              answers: [
                { action: 'a', unitsAffected: 1, unitsRecovered: 1, final: true, reportedAt: now.toISOString(), onBehalf: false, evidence: [] },
              ],
              sentBackReason: 'a reason',
              endReason: 'a reason',
              issued: acted,
              ended: acted,
              ...stamps(row),
            },
          });
          return id;
        },
      },
    },
    acts: {
      openHazardHandling: {
        input: (id) => ({ monitoringDataIds: [id], summary: 's' }),
        good: (id) => ({ monitoringDataIds: [id], summary: '泄漏电流不符合要求' }),
      },
      directPlatform: {
        input: (handlingId) => ({ handlingId, kind: 'DELIST', platformId: 'platform-1', ...direction }),
        good: async (handlingId) => {
          await dataOf(handlingId);
          return { handlingId, expectedRevision: 1, kind: 'DELIST', platformId: 'platform-1', ...direction };
        },
      },
      directMerchant: {
        input: (handlingId) => ({ handlingId, merchantName: 'a merchant', ...direction }),
        good: async (handlingId) => {
          await dataOf(handlingId);
          return { handlingId, expectedRevision: 1, merchantUscc: uscc, ...direction };
        },
      },
      directEnterprise: {
        input: (handlingId) => ({ handlingId, enterprise: { name: 'a producer' }, ...direction }),
        good: async (handlingId) => ({
          handlingId,
          expectedRevision: 1,
          enterprise: { name: 'a producer', uscc, regionCode: '330106' },
          monitoringDataIds: [await dataOf(handlingId)],
          ...direction,
        }),
      },
      recordDirectionAnswer: {
        input: (directionId) => ({ directionId, action: 'a' }),
        good: async (directionId) => {
          await hub().database.hazardDirection.update({ where: { id: directionId }, data: { addresseeId: null } });
          return {
            directionId,
            expectedRevision: 1,
            action: '已下架并召回',
            unitsAffected: 120,
            unitsRecovered: 0,
            final: true,
            reportedAt: '2026-03-02T00:00:00Z',
            evidence: [screenshot],
          };
        },
      },
      endDirection: {
        input: (directionId) => ({ directionId, outcome: 'ENDED' }),
        good: (directionId) => ({ directionId, expectedRevision: 1, outcome: 'SENT_BACK', reason: '尚未召回完毕', dueAt: later }),
      },
      withdrawDirection: { input: (directionId) => ({ directionId, reason: 'r' }), good: (directionId) => ({ directionId, expectedRevision: 1, reason: '另案处理' }) },
      closeHazardHandling: {
        input: (handlingId) => ({ handlingId, result: 'r' }),
        good: (handlingId) => ({ handlingId, expectedRevision: 1, result: '已全部召回' }),
      },
    },
  };
}
