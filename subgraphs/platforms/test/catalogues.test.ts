import { statementsOf } from '@hub/kernel/testing/statements-of.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { demoListings } from '@hub/prisma/seed/demo-listings.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlatformsDatabase } from '../src/repository/database.js';
import { contactKeepingOf } from '../src/contacts/contact-keeping-of.js';
import { seedPlatforms } from '../src/repository/seed-platforms.js';
import { platformsService } from '../src/service.js';

let hub: SubgraphUnderTest<PlatformsDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(platformsService);
  await seedPlatforms(hub.database, contactKeepingOf(hub.environment));
});
afterAll(() => hub.close());

interface Listings {
  listings: {
    totalCount: number;
    nodes: { id: string; itemId: string; title: string; gtin: string | null; platform: { id: string }; shop: object | null }[];
    pageInfo: { endCursor: string; hasNextPage: boolean };
  };
}
interface Merchants {
  merchants: { totalCount: number; nodes: { id: string; name: string; contactPhone?: string | null; region: { code: string } }[] };
}

const listings = `query ($filter: ListingFilter, $orderBy: ListingOrder, $first: Int = 50, $after: String) {
  listings(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount pageInfo { endCursor hasNextPage }
    nodes { id itemId title gtin platform { id website } shop { id name merchant { id name shops { id } } } } } }`;
const merchants = `query ($filter: MerchantFilter) {
  merchants(first: 100, filter: $filter) { totalCount nodes { id name region { code } } } }`;

const listed = async (asker: string, variables: object = {}) => (await hub.ask<Listings>(asker, listings, variables)).data.listings;
const known = async (asker: string, filter: object = {}) => (await hub.ask<Merchants>(asker, merchants, { filter })).data.merchants;

describe('the catalogue of a platform (3.4)', () => {
  it('is found by part of a title or brand, category, quality of the code, item, and by a code with or without its leading zeros', async () => {
    const counts = async (filter: object) => (await listed('platform-1', { filter })).totalCount;
    expect(await counts({ title: 'louisiana' })).toBeGreaterThan(0);
    expect(await counts({ title: '%' })).toBeLessThan(9540);
    expect(await counts({ brand: 'LOUIS', category: 'Other Drinks' })).toBeGreaterThan(0);
    expect(await counts({ gtinQuality: ['VALID'] })).toBe(4256);
    expect(await counts({ gtinQuality: ['VALID', 'REPAIRED'] })).toBe(9318);
    expect(await counts({ itemId: '1107295', platformId: 'platform-1' })).toBe(1);
    for (const gtin of ['37600665605', '037600665605', '00037600665605']) {
      expect((await listed('center', { filter: { gtin } })).nodes).toMatchObject([{ itemId: '1107295', gtin: '00037600665605' }]);
    }
    expect(await counts({ gtin: 'no code' })).toBe(0);
  });

  it('is read to its end in pages, in the order asked for, each row once', async () => {
    const seen: string[] = [];
    const days: string[] = [];
    let after: string | null = null;
    do {
      const answer: { data: { listings: { nodes: { id: string; listedOn: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } } } =
        await hub.ask('platform-1', `query ($after: String) { listings(first: 500, after: $after, orderBy: { field: LISTED_ON, direction: DESC }) {
          nodes { id listedOn } pageInfo { endCursor hasNextPage } } }`, { after });
      const { nodes, pageInfo } = answer.data.listings;
      seen.push(...nodes.map(({ id }) => id));
      days.push(...nodes.map(({ listedOn }) => listedOn));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(seen).size).toBe(9540);
    expect(seen).toHaveLength(9540);
    expect(days).toEqual([...days].sort().reverse());
  });

  it('is read with shops and merchants in as many statements for a hundred rows as for one', async () => {
    const count = async (first: number) => {
      const { statements } = await statementsOf(() => listed('center', { first, filter: { platformId: 'platform-1' } }));
      // Besides, the inbox reads on and notes how far.
      return statements.filter(({ sql }) => !sql.includes('kernel.')).length;
    };
    await count(100);
    expect(await count(100)).toBe(await count(1));
    expect(await count(100)).toBeLessThanOrEqual(8);
  });

  it('uses an index where part of a title is asked for', async () => {
    // What was just loaded waits in the index's pending list until the next vacuum.
    await hub.database.$executeRawUnsafe('VACUUM ANALYZE listing');
    const plan = await hub.database.$queryRawUnsafe<object[]>(
      `EXPLAIN SELECT id FROM listing WHERE title ILIKE '%louisiana%' ORDER BY title, id LIMIT 51`,
    );
    expect(JSON.stringify(plan)).toContain('listing_title_trgm_idx');
  });
});

describe('platforms compete: one never sees what is the other’s (3.4)', () => {
  it('not in its lists and counts, whatever the filter or order', async () => {
    expect((await listed('platform-1')).totalCount).toBe(9540);
    expect((await listed('platform-2')).totalCount).toBe(demoListings.length);
    for (const filter of [{ platformId: 'platform-1' }, { title: 'LOUISIANA' }, { gtin: '37600665605' }, { itemId: '1107295' }, { gtinQuality: ['INVALID'] }]) {
      expect(await listed('platform-2', { filter })).toMatchObject({ totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } });
    }
    expect((await known('platform-1')).totalCount).toBe(9);
    expect((await known('platform-2')).nodes.every(({ id }) => id.startsWith('p2-'))).toBe(true);
    expect(await known('platform-2', { platformId: 'platform-1' })).toEqual({ totalCount: 0, nodes: [] });
    // The same firm sells on both: by its code, name or telephone each finds its own row only.
    for (const filter of [{ uscc: '91330105MA2D00010K' }, { name: '小满' }, { contactPhone: '0571-5550101' }]) {
      expect((await known('platform-1', filter)).nodes.map(({ id }) => id)).toEqual(['p1-merchant-01']);
      expect((await known('platform-2', filter)).nodes.map(({ id }) => id)).toEqual(['p2-merchant-02']);
    }
  });

  it('not by id, by reference or by a cursor that it was handed', async () => {
    const [foreign] = (await listed('platform-1', { first: 1 })).nodes;
    const one = await hub.ask('platform-2', `query ($id: ID!, $m: ID!) { listing(id: $id) { id } merchant(id: $m) { id } }`, { id: foreign?.id, m: 'p1-merchant-01' });
    expect(one).toMatchObject({ data: { listing: null, merchant: null } });
    expect(one.errors).toBeUndefined();
    const references = [
      { __typename: 'Listing', id: foreign?.id },
      { __typename: 'Merchant', id: 'p1-merchant-01' },
      { __typename: 'Shop', id: 'p1-shop-01' },
      { __typename: 'Shop', id: 'p2-shop-01' },
    ];
    const answer = await hub.ask<{ _entities: unknown[] }>(
      'platform-2',
      'query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Listing { title } ... on Merchant { name } ... on Shop { name } } }',
      { r: references },
    );
    expect(answer.data._entities).toEqual([null, null, null, { __typename: 'Shop', name: '好物街自营' }]);
    const { pageInfo } = await listed('platform-1', { first: 1 });
    const behind = await hub.ask('platform-2', listings, { after: pageInfo.endCursor });
    expect(behind.data).toEqual({ listings: null });
    expect(behind.errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID' } }]);
  });
});

describe('merchants (2.4) are known', () => {
  it('to a regulator of a city or county in its region only: list, count, filter and reference', async () => {
    const city = await known('regulator-city');
    expect(city.nodes.length).toBe(city.totalCount);
    expect(city.totalCount).toBe(13);
    expect(city.nodes.every(({ region }) => region.code.startsWith('3301'))).toBe(true);
    expect((await known('regulator-county')).nodes.map(({ id }) => id)).toEqual(['p1-merchant-01', 'p2-merchant-02']);
    expect((await known('regulator-province')).totalCount).toBe(18);
    expect(await known('regulator-city', { name: '甬江' })).toEqual({ totalCount: 0, nodes: [] });
    const answer = await hub.ask<{ _entities: unknown[] }>(
      'regulator-city',
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Merchant { name } ... on Shop { name merchant { id } } } }',
      {
        r: [
          { __typename: 'Merchant', id: 'p1-merchant-07' },
          { __typename: 'Shop', id: 'p1-shop-10' },
          { __typename: 'Shop', id: 'p1-shop-01' },
        ],
      },
    );
    expect(answer.data._entities).toEqual([null, null, { name: '小满日用旗舰店', merchant: { id: 'p1-merchant-01' } }]);
  });

  it('with the shop of a listing absent where the merchant is of another region, and the listing still there', async () => {
    const byShop = async (asker: string) => {
      const { nodes } = await listed(asker, { filter: { platformId: 'platform-2' } });
      return Object.fromEntries(nodes.map(({ itemId, shop }) => [itemId, shop !== null]));
    };
    expect(await byShop('regulator-city')).toMatchObject({ HW20260001: true, HW20260009: false });
    expect(await byShop('regulator-province')).toMatchObject({ HW20260001: true, HW20260009: true });
  });

  it('to themselves on every platform, with their listings, and to no other merchant', async () => {
    const own = await hub.ask<Merchants>('merchant-1', '{ merchants { totalCount nodes { id name contactPhone region { code } } } }');
    expect(own.errors).toBeUndefined();
    expect(own.data.merchants.nodes.map(({ id, contactPhone }) => [id, contactPhone])).toEqual([
      ['p1-merchant-01', '0571-5550101'],
      ['p2-merchant-02', '0571-5550101'],
    ]);
    const mine = await listed('merchant-1');
    expect(mine.totalCount).toBe(await hub.database.listing.count({ where: { concerned: { has: 'merchant-1' } } }));
    expect((await listed('merchant-1', { filter: { platformId: 'platform-2' } })).totalCount).toBe(demoListings.filter(({ shopId }) => shopId === 'p2-shop-02').length);
  });

  it('with their contact to the platform’s officer, masked to the province, closed to others; and nobody finds by what is masked', async () => {
    const contact = '{ merchant(id: "p1-merchant-01") { name contactName contactPhone } }';
    const of = async (asker: string) => {
      const { data, errors } = await hub.ask<{ merchant: object }>(asker, contact);
      return { ...data.merchant, codes: (errors ?? []).map(({ extensions }) => extensions.code) };
    };
    expect(await of('platform-1')).toMatchObject({ contactName: '苏小满', contactPhone: '0571-5550101', codes: [] });
    expect(await of('regulator-province')).toMatchObject({ contactName: '苏***满', contactPhone: '0***1', codes: [] });
    expect(await of('center')).toMatchObject({ contactPhone: null, codes: ['SHARING_NOT_SHARED', 'SHARING_NOT_SHARED'] });
    const filtered = await hub.ask('regulator-province', merchants, { filter: { contactPhone: '0571-5550101' } });
    expect(filtered.errors).toMatchObject([{ extensions: { code: 'SHARING_FILTER_DENIED' } }]);
  });
});
