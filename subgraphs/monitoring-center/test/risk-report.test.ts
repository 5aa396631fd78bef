import { randomUUID } from 'node:crypto';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monitoringCenterService } from '../src/service.js';
import type { Hub } from './acts.js';
import { tell } from './thread.js';

let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
});
afterAll(() => hub.close());

const report = (id: string, changes: object = {}) => ({
  id,
  number: 'BS-2026-000001',
  platformId: 'platform-1',
  centerId: 'center',
  productName: '儿童滑板车',
  brand: '小满',
  hazardItem: '断裂',
  hazardDescription: '车把断裂',
  hazardDegree: 'HIGH',
  observedOn: '2026-02-01',
  listingItemIds: ['ITEM-9'],
  scope: { units: 120, unitsText: null, countries: ['CN'], retailers: [], platforms: ['platform-1'], soldFrom: null, soldUntil: null },
  injuries: { hasInjuries: true, hasDeaths: false, description: '两人擦伤' },
  links: ['https://shop.example/item/9'],
  ...changes,
});
const told = (id: string, changes: object = {}) => tell(hub, 'platforms', 'RiskReported', id, report(id, changes));
const answersTo = (id: string) => hub.database.$queryRaw<{ payload: unknown; receivers: string[] }[]>`
  SELECT payloads -> 'platforms' AS payload, receivers FROM kernel.event WHERE kind = 'RiskReportTakenIn' AND payloads -> 'platforms' ->> 'riskReportId' = ${id}`;

describe('what a platform reports is taken in as risk information of channel c (3.4 a, 5.1.1 c)', () => {
  it('whole, concerning the platform, which is told the centre’s number', async () => {
    const id = randomUUID();
    await told(id);
    const read = '{ riskInformationList(filter: { productName: "滑板车" }) { nodes { number channel brand hazardItem hazardDegree observedOn links scope { units platforms } injuries { hasInjuries description } state sourceRecord { source key content contentType } } } }';
    const [record] = (await hub.ask<{ riskInformationList: { nodes: { number: string; sourceRecord: { content: string } }[] } }>('center', read)).data.riskInformationList.nodes;
    expect(record).toMatchObject({
      channel: 'PLATFORM_QUALITY',
      brand: '小满',
      hazardItem: '断裂',
      hazardDegree: 'HIGH',
      observedOn: '2026-02-01',
      scope: { units: 120, platforms: ['platform-1'] },
      injuries: { hasInjuries: true, description: '两人擦伤' },
      state: 'COLLECTED',
      sourceRecord: { source: 'platform-1', key: id, contentType: 'application/json' },
    });
    expect(JSON.parse(record?.sourceRecord.content ?? '')).toMatchObject({ number: 'BS-2026-000001', listingItemIds: ['ITEM-9'] });
    const row = await hub.database.riskInformation.findFirst({ where: { sourceKey: id } });
    expect(row).toMatchObject({ holder: 'center', concerned: ['platform-1'] });
    expect(await answersTo(id)).toEqual([{ payload: { riskReportId: id, platformId: 'platform-1', number: record?.number }, receivers: expect.arrayContaining(['platforms']) }]);
  });

  it('once, however often it is told', async () => {
    const id = randomUUID();
    await told(id);
    await told(id);
    expect(await hub.database.riskInformation.count({ where: { sourceKey: id } })).toBe(1);
    expect(await answersTo(id)).toHaveLength(1);
  });

  it('also with nothing but what is needed; one that cannot be taken in is kept apart and holds back none', async () => {
    const [bare, wrong] = [randomUUID(), randomUUID()];
    await told(wrong, { productName: '' });
    await told(bare, { brand: null, hazardDescription: null, hazardDegree: null, scope: null, injuries: null, links: null });
    expect(await hub.database.riskInformation.findFirst({ where: { sourceKey: bare } })).toMatchObject({ hazardDegree: 'UNRATED', hasInjuries: false });
    expect(await hub.database.riskInformation.count({ where: { sourceKey: wrong } })).toBe(0);
    expect(await hub.database.unmatchedEvent.findMany({ where: { subjectId: wrong } })).toMatchObject([{ problem: expect.stringContaining('VALUE_REQUIRED productName') }]);
  });
});
