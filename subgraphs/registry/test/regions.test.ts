import { existsSync, readFileSync } from 'node:fs';
import { statementsOf } from '@hub/kernel/testing/statements-of.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegistryDatabase } from '../src/repository/database.js';
import { loadRegions } from '../src/repository/load-regions.js';
import { registryService } from '../src/service.js';

let hub: SubgraphUnderTest<RegistryDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(registryService);
});
afterAll(() => hub.close());

interface Regions {
  regions: { totalCount: number; nodes: { code: string; name: string; parent: { code: string } | null; successors: { code: string }[] }[] };
}
const list = `query ($filter: RegionFilter, $first: Int = 50) { regions(filter: $filter, first: $first) {
  totalCount nodes { code name parent { code parent { code } } successors { code name } } } }`;
const listed = async (filter: object = {}, first = 50) =>
  (await hub.ask<Regions>('merchant-1', list, { filter, first })).data.regions;

describe('the regions (GB/T 2260)', () => {
  it('are loaded at the start, by code, and found by name, level, place above and whether they are in force', async () => {
    expect((await listed()).totalCount).toBe(7229);
    expect((await listed({ current: true })).totalCount).toBe(3214);
    expect((await listed({ current: true, level: 'PROVINCE' })).nodes[0]).toMatchObject({ code: '110000', name: '北京市', parent: null });
    expect((await listed({ parentCode: '330100', current: true })).nodes.map(({ name }) => name)).toEqual([
      '上城区', '拱墅区', '西湖区', '滨江区', '萧山区', '余杭区', '富阳区', '临安区', '临平区', '钱塘区', '桐庐县', '淳安县', '建德市',
    ]);
    expect((await listed({ name: '拱墅', level: 'COUNTY' })).nodes.map(({ code }) => code)).toEqual(['330105']);
  });

  it('lead from an abolished code to its successors and to the place that it lay in', async () => {
    const answer = await hub.ask(
      'platform-1',
      `query { region(code: "330104") { name level current parent { code name parent { code } } successors { code name current } }
        capital: region(code: "110101") { parent { code } } none: region(code: "999999") { code } }`,
    );
    expect(answer).toMatchObject({
      data: {
        region: {
          name: '江干区',
          level: 'COUNTY',
          current: false,
          parent: { code: '330100', name: '杭州市', parent: { code: '330000' } },
          successors: [
            { code: '330102', name: '上城区', current: true },
            { code: '330114', name: '钱塘区', current: true },
          ],
        },
        capital: { parent: { code: '110000' } },
        none: null,
      },
    });
  });

  it('answer to references of other owners, an unknown code being not there', async () => {
    const answer = await hub.ask<{ _entities: unknown[] }>(
      'center',
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Region { name current } } }',
      { r: ['330105', '000000', '330103'].map((code) => ({ __typename: 'Region', code })) },
    );
    expect(answer.data._entities).toEqual([{ name: '拱墅区', current: true }, null, { name: '下城区', current: false }]);
  });

  it('are read with parents and successors in as many statements for 500 as for 50', async () => {
    const count = async (first: number) => {
      const { statements } = await statementsOf(() => listed({ current: false, level: 'COUNTY' }, first));
      // Besides, the inbox reads on and notes how far.
      return statements.filter(({ sql }) => !sql.includes('kernel.')).length;
    };
    expect(await count(500)).toBe(await count(50));
    expect(await count(500)).toBeLessThanOrEqual(5);
  });

  it('are not loaded again while they are the same; a new list changes and adds, and takes nothing away', async () => {
    expect(await loadRegions(hub.database)).toBe(false);
    const change = JSON.stringify([
      ['330105', '拱墅新区', 1],
      ['339999', '之江试验区', 0, ['330105']],
    ]);
    expect(await loadRegions(hub.database, change)).toBe(true);
    expect(await loadRegions(hub.database, change)).toBe(false);
    expect((await listed()).totalCount).toBe(7230);
    expect((await listed({ name: '拱墅' })).nodes).toMatchObject([{ code: '330105', name: '拱墅新区' }]);
    expect(await loadRegions(hub.database)).toBe(true);
    expect((await listed({ name: '拱墅' })).nodes).toMatchObject([{ code: '330105', name: '拱墅区' }]);
  });

  it('are counted up to 10,000, and it is told whether there are more', async () => {
    const counted = async () => (await hub.ask<{ regions: { totalCount: number; pageInfo: { totalCountCapped: boolean } } }>('merchant-1', '{ regions(first: 1) { totalCount pageInfo { totalCountCapped } } }')).data.regions;
    const has = (total: number) => hub.database.$executeRaw`INSERT INTO region (code, name, level, current, holder, successors)
      SELECT 'X' || number, '试验', 'COUNTY', false, 'center', '{}' FROM generate_series(1, ${total}::int - (SELECT count(*)::int FROM region)) AS number`;
    await has(10_000);
    expect(await counted()).toEqual({ totalCount: 10_000, pageInfo: { totalCountCapped: false } });
    await hub.database.region.create({ data: { code: 'Y', name: '试验', level: 'COUNTY', current: false, holder: 'center' } });
    expect(await counted()).toEqual({ totalCount: 10_000, pageInfo: { totalCountCapped: true } });
    await hub.database.region.deleteMany({ where: { name: '试验' } });
  });

  const source = new URL('../../../../shared/data/cn_division_codes/gbt2260_current.csv', import.meta.url);
  it.runIf(existsSync(source))('in force have the levels and parents of the source', async () => {
    const rows = readFileSync(source, 'utf8').replace('\uFEFF', '').trim().split(/\r?\n/).slice(1).map((line) => line.split(','));
    const own = await hub.database.region.findMany({ where: { current: true } });
    const known = new Map(own.map(({ code, level, parentCode }) => [code, [level.toLowerCase(), parentCode ?? '']]));
    const standard = rows.filter(([code = '']) => !/^8[123](?!0000)/.test(code));
    expect(standard).toHaveLength(3214);
    expect(standard.filter(([code = '', , level, parent]) => String(known.get(code)) !== String([level, parent]))).toEqual([]);
  });
});
