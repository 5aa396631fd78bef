import type { SearchedRow } from '@hub/kernel/searched/searched-rows.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { readOracleSchema, verdictOf, type OracleTerms } from '@hub/kernel/testing/conformance/oracle.js';
import { everyCaller } from '@hub/kernel/testing/conformance/row-matrix.js';
import { subgraphUnderTest, type Asker, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { demoIdentities } from '@hub/prisma/seed/demo-participants.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productMatch, type DescribedProduct } from '../src/matching/product-match.js';
import type { ExchangeDatabase } from '../src/repository/database.js';
import { seedParticipants } from '../src/repository/seed-participants.js';
import { exchangeService } from '../src/service.js';
import { userKeepingOf } from '../src/users/user-keeping-of.js';
import { randomMatchedRows } from './random-matched-rows.js';
import { playSearchedOwners, searchedOwners } from './searched-owners.js';

interface Match {
  id: string | undefined;
  grade: string;
  score: number;
  evidence: string[];
}
type Sought = { name: string; brand?: string; gtin?: string; item?: { platformId: string; itemId: string } };

const terms = new Map<string, OracleTerms>(
  Object.values(searchedOwners).flatMap((sdl) => [...readOracleSchema(sdl).types.values()].flatMap(({ name, fields }) => fields.flatMap((field) => (field.terms ? [[`${name}.${field.name}`, field.terms] as const] : [])))),
);
const rows = randomMatchedRows(20_261_129, 60);
const count = () => [...rows.values()].flat().length;

let hub: SubgraphUnderTest<ExchangeDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(exchangeService, { logPerOwner: true, variables: { SEARCH_LOOK_SECONDS: '0.1', WEBHOOK_DELIVERY: 'off' } });
  playSearchedOwners(hub, rows);
  await seedParticipants(hub.database, userKeepingOf(hub.environment));
  await indexed(count());
  // Owners may have told of their records before they told of their terms: until then nothing is found.
  await eventually(() => hub.database.searchTerms.findMany({ distinct: ['owner'] }), (owners) => owners.length === 3);
});
afterAll(() => hub.close());

const indexed = (expected: number) => eventually(() => hub.database.searchEntry.count(), (found) => found === expected);

/** What is asked, and where the answer has the record. */
const queries = {
  matchingListings: { text: 'query ($product: ProductSoughtInput!) { matchingListings(product: $product, first: 500) { grade score evidence found: listing { id } } }', types: ['Listing'] },
  matchingInspections: { text: 'query ($product: ProductSoughtInput!) { matchingInspections(product: $product, first: 500) { grade score evidence found: record { ... on Sample { id } ... on MonitoringData { id } } } }', types: ['Sample', 'MonitoringData'] },
  matchingRisks: { text: 'query ($listingId: ID!) { matchingRisks(listingId: $listingId, first: 500) { grade score evidence found: riskInformation { id } } }', types: ['RiskInformation'] },
} as const;
type Asked = keyof typeof queries;

async function ask(asker: Asker, field: Asked, variables: object): Promise<Match[] | null> {
  const { data } = await hub.ask<Record<string, ({ found: { id: string } | null } & Omit<Match, 'id'>)[] | null>>(asker, queries[field].text, variables);
  return data[field]?.map(({ found, ...match }) => ({ id: found?.id, ...match })) ?? null;
}

/** A row as a product is described to somebody who reads each field that is shown, and no other. */
function described(asker: Parameters<typeof verdictOf>[1], type: string, { stamps, values }: SearchedRow): DescribedProduct | undefined {
  const opens = (field: string) => {
    const own = terms.get(`${type}.${field}`);
    return own !== undefined && verdictOf(own, asker, stamps) === 'OPEN';
  };
  const texts = (...fields: string[]) => fields.filter(opens).flatMap((field) => values[`${type}.${field}`] ?? []);
  if (!opens('id')) return undefined;
  const platforms = type === 'Listing' ? [stamps.holder] : stamps.concerned;
  return {
    name: texts('title', 'productName')[0] ?? '',
    brand: texts('brand')[0] ?? null,
    gtins: [...texts('gtinAsListed'), ...texts('hazardDescription', 'sourceText').flatMap((text) => text.match(/\d{12,14}/g) ?? [])],
    items: opens('platform') ? texts('itemId', 'listingItemId').flatMap((id) => platforms.map((platformId) => ({ platformId, id }))) : [],
  };
}

/** What somebody finds who reads every list and compares each row with the product. */
function read(asker: Parameters<typeof verdictOf>[1], types: readonly string[], product: DescribedProduct): Match[] {
  return types
    .flatMap((type) =>
      (rows.get(type) ?? []).flatMap((row): Match[] => {
        const own = described(asker, type, row);
        const match = own && productMatch(product, own);
        return match ? [{ id: row.id, grade: match.grade, score: match.score, evidence: [...match.evidence] }] : [];
      }),
    )
    .sort((a, b) => b.score - a.score || ((a.id ?? '') < (b.id ?? '') ? -1 : 1));
}
const asDescribed = ({ name, brand, gtin, item }: Sought): DescribedProduct => ({ name, brand: brand ?? null, gtins: gtin === undefined ? [] : [gtin], items: item ? [{ platformId: item.platformId, id: item.itemId }] : [] });

const products: readonly Sought[] = [
  { name: '移动电源', gtin: '036000291452' },
  { name: '移动电源', gtin: '6901234567892', item: { platformId: 'platform-1', itemId: '100012345' } },
  { name: '大容量充电宝 A137', brand: 'LANMIKO' },
  { name: 'Lanmiko 电热毯 B20' },
  { name: '插座', brand: '晴川' },
  { name: '儿童玩具' },
];

describe('records of one product (匹配, 5.2.2, 5.4.1)', () => {
  for (const { identity, party, role } of everyCaller()) {
    it(`are what ${identity.name} as ${role} would find by comparing each record, by those fields that it may read`, async () => {
      const asker = { party, role };
      const buys = ['MONITORING_CENTER', 'REGULATOR'].includes(party.kind);
      for (const product of products) {
        for (const field of ['matchingListings', 'matchingInspections'] as const) {
          const found = await ask({ identity: identity.name, role }, field, { product });
          expect(found, `${field} of ${product.name}`).toEqual(field === 'matchingInspections' && !buys ? null : read(asker, queries[field].types, asDescribed(product)));
        }
      }
      for (const listing of (rows.get('Listing') ?? []).slice(0, 12)) {
        const product = described(asker, 'Listing', listing);
        expect(await ask({ identity: identity.name, role }, 'matchingRisks', { listingId: listing.id })).toEqual(product ? read(asker, ['RiskInformation'], product) : []);
      }
    });
  }

  it('are attached to monitoring data: to whoever reads them, the listings that it would find of the same product', async () => {
    const text = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on MonitoringData { matchingListings(first: 500) { grade score evidence found: listing { id } } } } }';
    const data = rows.get('MonitoringData') ?? [];
    let found = 0;
    for (const { identity, party, role } of everyCaller()) {
      const { data: answer } = await hub.ask<{ _entities: ({ matchingListings: ({ found: { id: string } | null } & Omit<Match, 'id'>)[] | null } | null)[] }>({ identity: identity.name, role }, text, { of: data.map(({ id }) => ({ __typename: 'MonitoringData', id })) });
      for (const [place, row] of data.entries()) {
        const product = described({ party, role }, 'MonitoringData', row);
        const shown = answer._entities[place]?.matchingListings?.map(({ found: listing, ...match }) => ({ id: listing?.id, ...match })) ?? null;
        const may = ['REGULATOR', 'MONITORING_CENTER', 'PLATFORM', 'MERCHANT'].includes(party.kind);
        expect(shown, `${row.id} to ${identity.name} as ${role}`).toEqual(may ? (product ? read({ party, role }, ['Listing'], product) : []) : null);
        found += shown?.length ?? 0;
      }
    }
    expect(found).toBeGreaterThan(100);
  });

  it('come in every grade', async () => {
    const found = (await Promise.all(products.map((product) => ask('center', 'matchingListings', { product })))).flatMap((matches) => matches ?? []);
    expect([...new Set(found.map(({ grade }) => grade))].sort()).toEqual(['BRAND_AND_MODEL', 'GTIN', 'GTIN_REPAIRED', 'ITEM_ID', 'TEXT']);
  });

  it('come, the surest first, however few are asked for', async () => {
    const [product] = products.slice(1);
    const all = (await ask('center', 'matchingListings', { product })) ?? [];
    for (const first of [1, 2, all.length]) {
      const { data } = await hub.ask<{ matchingListings: { listing: { id: string } }[] }>('center', `query ($product: ProductSoughtInput!) { matchingListings(product: $product, first: ${first}) { listing { id } } }`, { product });
      expect(data.matchingListings.map(({ listing: { id } }) => id)).toEqual(all.slice(0, first).map(({ id }) => id));
    }
  });

  it('do not depend, in one byte of any answer, on what the caller may not read', async () => {
    const askers = demoIdentities.map(({ name }) => name);
    const listed = rows.get('Listing')?.[0]?.id;
    const answers = async () =>
      JSON.stringify(
        await Promise.all(
          askers.flatMap((asker) => [
            ...products.flatMap((product) => (['matchingListings', 'matchingInspections'] as const).map((field) => hub.ask(asker, queries[field].text, { product }))),
            ...[listed, secretListing.id, 'nothing of the kind'].map((listingId) => hub.ask(asker, queries.matchingRisks.text, { listingId })),
          ]),
        ).then((all) => all.map(({ data, errors }) => ({ data, errors: errors?.map(({ message }) => message) }))),
      );
    const before = await answers();
    await withRow('Sample', secretSample, async () => withRow('MonitoringData', secretData, async () => expect(await answers()).toBe(before)));
  });

  it('are none of a listing that is closed to who asks, as of one that is not there', async () => {
    await withRow('Listing', secretListing, async () => {
      expect((await ask('center', 'matchingRisks', { listingId: secretListing.id }))?.length).toBeGreaterThan(0);
      for (const asker of ['platform-1', 'lab-1', 'merchant-1']) expect(await ask(asker, 'matchingRisks', { listingId: secretListing.id })).toEqual([]);
    });
  });

  it('are none of a listing that is closed to who asks, even where what it says would be open', async () => {
    await withRow('Listing', secretListing, async () => {
      const found = () => ask('center', 'matchingRisks', { listingId: secretListing.id });
      expect((await found())?.length).toBeGreaterThan(0);
      const where = { coordinate: 'Listing.id' };
      const { terms: own } = await hub.database.searchTerms.findUniqueOrThrow({ where });
      await hub.database.searchTerms.update({ where, data: { terms: { ...(own as object), audience: [] } } });
      try {
        expect(await found()).toEqual([]);
      } finally {
        await hub.database.searchTerms.update({ where, data: { terms: own as object } });
      }
    });
  });
});

describe('a product that is sought', () => {
  it.each([
    [{ name: '，。' }, 'product.name'],
    [{ name: 'x'.repeat(201) }, 'product.name'],
    [{ name: '充电宝', brand: '\u0000' }, 'product.brand'],
    [{ name: '充电宝', gtin: '36000291453' }, 'product.gtin'],
    [{ name: '充电宝', gtin: '六九零一' }, 'product.gtin'],
    [{ name: '充电宝', item: { platformId: 'platform-1', itemId: ' ' } }, 'product.item.itemId'],
  ])('is refused with a code where it is none: %j', async (product, field) => {
    const { errors } = await hub.ask('center', queries.matchingListings.text, { product });
    expect(errors).toMatchObject([{ message: expect.stringContaining(field) as string, extensions: { code: 'VALUE_INVALID' } }]);
  });

  it('is sought for a page of a size that a list has', async () => {
    const { errors } = await hub.ask('center', '{ matchingRisks(listingId: "x", first: 0) { grade } }');
    expect(errors).toMatchObject([{ extensions: { code: 'PAGE_SIZE_INVALID' } }]);
  });
});

/** Records that nobody of the demo may see: of another centre, in a region of nobody, and the listing of another platform. */
const closed = { holder: 'another-center', concerned: [], sellerRegion: '999999', producerRegion: null, platformRegion: null, state: 'PURCHASED', reached: ['PURCHASED'] };
const secretSample: SearchedRow = { id: '00000000-0000-4000-8000-000000000001', day: null, stamps: closed, values: { 'Sample.productName': ['Lanmiko 大容量充电宝 A137 儿童玩具'] } };
const secretData: SearchedRow = {
  id: '00000000-0000-4000-8000-000000000002', day: '2026-12-31', stamps: { ...closed, concerned: ['another-platform'] },
  values: { 'MonitoringData.productName': ['Lanmiko 大容量充电宝 A137'], 'MonitoringData.brand': ['晴川'], 'MonitoringData.listingItemId': ['100012345'] },
};
const secretListing: SearchedRow = {
  id: '00000000-0000-4000-8000-000000000003', day: '2026-12-31', stamps: { ...closed, holder: 'another-platform', state: 'LISTED', reached: ['LISTED'] },
  values: { 'Listing.title': ['Lanmiko 大容量充电宝 A137'], 'Listing.brand': ['Lanmiko'], 'Listing.gtinAsListed': ['6901234567892'], 'Listing.itemId': ['100012345'] },
};
const ownerOf: Readonly<Record<string, string>> = { Sample: 'monitoring-center', MonitoringData: 'monitoring-center', Listing: 'platforms' };

/** Does something while a row is there. */
async function withRow(type: string, row: SearchedRow, doing: () => Promise<unknown>): Promise<void> {
  const tell = () => hub.logOf(ownerOf[type] as keyof typeof searchedOwners).say({ kind: `${type}Told`, subjectType: type, subjectId: row.id, payload: null, stamps: row.stamps });
  const before = count();
  rows.get(type)?.push(row);
  tell();
  await indexed(before + 1);
  try {
    await doing();
  } finally {
    rows.get(type)?.pop();
    tell();
    await indexed(before);
  }
}
