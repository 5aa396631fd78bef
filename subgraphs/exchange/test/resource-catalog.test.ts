import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { seedParticipants } from '../src/repository/seed-participants.js';
import type { ExchangeDatabase } from '../src/repository/database.js';
import { exchangeService } from '../src/service.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let hub: SubgraphUnderTest<ExchangeDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(exchangeService);
  await seedParticipants(hub.database);
});
afterAll(() => hub.close());

const list = `query ($owner: [String!], $type: [String!], $class: [SharingClass!], $text: String) {
  resourceCatalog(owner: $owner, type: $type, class: $class, text: $text) {
    type nameZh meaning owner holders
    fields { coordinate type owner element { name nameZh meaning standard } terms class ground audience { kinds roles rows visibleFrom mask basis { kind reference } } }
  }
}`;

interface Listed {
  readonly type: string;
  readonly nameZh: string;
  readonly owner: string;
  readonly fields: readonly { readonly coordinate: string; readonly owner: string; readonly class: string; readonly ground: string | null; readonly audience: readonly { readonly basis: unknown }[]; readonly element: { readonly nameZh: string } }[];
}

const listed = async (variables: object = {}, identity = 'lab-1' as const) => {
  const { data, errors } = await hub.ask({ identity }, list, variables);
  expect(errors).toBeUndefined();
  return data?.['resourceCatalog'] as unknown as Listed[];
};

describe('the catalogue of shared information resources (共享信息资源目录, 5.4.4)', () => {
  it('tells every party of every resource of every owner, named in Chinese, each field with its data element, terms and basis', async () => {
    const all = await listed();
    expect([...new Set(all.map(({ owner }) => owner))].sort()).toEqual(['exchange', 'labs', 'monitoring-center', 'platforms', 'registry', 'regulator']);
    expect(all.filter(({ nameZh }) => !/[\u4e00-\u9fff]/.test(nameZh))).toEqual([]);
    const fields = all.flatMap((resource) => resource.fields);
    expect(fields.length).toBeGreaterThan(500);
    expect(fields.filter(({ element }) => !/[\u4e00-\u9fff]/.test(element.nameZh))).toEqual([]);
    expect(fields.filter((field) => field.class === 'NOT_SHARED' && !field.ground)).toEqual([]);
    expect(fields.filter(({ audience }) => audience.length === 0 || audience.some(({ basis }) => !basis))).toEqual([]);
  });

  it('says of a field what its owner wrote in the schema, also of one that another owner contributes', async () => {
    const [plan] = await listed({ type: ['MonitoringPlan'] });
    expect(plan).toMatchObject({ nameZh: '网上监测计划', owner: 'regulator', holders: ['REGULATOR'] });
    const field = (coordinate: string) => plan?.fields.find((each) => each.coordinate === coordinate);
    expect(field('MonitoringPlan.deadline')).toMatchObject({ owner: 'regulator', type: 'DateTime!', element: { nameZh: '完成期限' } });
    expect(field('MonitoringPlan.progress')).toMatchObject({ owner: 'exchange', terms: 'planProgress', audience: [{ kinds: ['REGULATOR', 'MONITORING_CENTER'], rows: 'ALL', basis: { kind: 'STATUTE' } }] });
  });

  it('is searched by owner, class and words in either language', async () => {
    expect((await listed({ owner: ['labs'] })).every(({ owner }) => owner === 'labs')).toBe(true);
    expect((await listed({ class: ['NOT_SHARED'] })).map(({ type }) => type)).toContain('Purchase');
    expect((await listed({ text: '盲样编号' })).map(({ type }) => type)).toContain('Sample');
    expect((await listed({ text: 'By Which A Lab Knows' })).map(({ type }) => type)).toContain('Sample');
    expect(await listed({ text: 'no such words' })).toEqual([]);
  });
});
