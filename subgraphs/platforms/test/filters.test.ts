import { checkSubjectFilters } from '@hub/kernel/testing/check-subject-filters.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { sdl } from '@hub/schema/generated/platforms.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PlatformsDatabase } from '../src/repository/database.js';
import { contactKeepingOf } from '../src/contacts/contact-keeping-of.js';
import { seedPlatforms } from '../src/repository/seed-platforms.js';
import { platformsService } from '../src/service.js';
import { deskOf } from './desk.js';

let hub: SubgraphUnderTest<PlatformsDatabase>;
/** Before anything was told. */
let after: string;
let ids: [string, string, string];
let categories: [string, string];

const { acknowledged } = deskOf(() => hub);

beforeAll(async () => {
  hub = await subgraphUnderTest(platformsService);
  await seedPlatforms(hub.database, contactKeepingOf(hub.environment));
  after = await hub.cursorOfNow();
  // Two items of different categories, each on a platform of its own.
  const one = await hub.database.listing.findFirstOrThrow({ where: { holder: 'platform-1', category: { not: null } }, orderBy: { id: 'asc' } });
  const other = await hub.database.listing.findFirstOrThrow({
    where: { holder: 'platform-2', category: { not: null }, NOT: { category: one.category } },
    orderBy: { id: 'asc' },
  });
  categories = [one.category ?? '', other.category ?? ''];
  const onOne = { listingItemId: one.itemId, sellerRegion: '330105' };
  ids = [
    await acknowledged('platform-1', onOne),
    await acknowledged('platform-2', { listingItemId: other.itemId, sellerRegion: '440300' }),
    await acknowledged('platform-1', onOne),
  ];
}, 120_000);
afterAll(() => hub.close());

it.each([
  ['monitoringDataAcknowledgements', 'monitoringDataAcknowledged'],
  ['platformHandlings', 'platformHandlingMoved'],
])('%s, and what %s tells of, are chosen by platform, category of the listing and region of the seller', async (list, subscription) => {
  for (const asker of ['center', 'regulator-province']) {
    const filters = { platformId: ['platform-1', 'platform-2'], productCategory: categories, sellerRegionCode: ['330100', '440300'] } as const;
    expect(await checkSubjectFilters(hub, { sdl, asker, after, list, subscription, rows: ids, filters })).toEqual([]);
  }
});

it('data on an item that the catalogue does not have, or told without a region, are found by neither', async () => {
  const id = await acknowledged('platform-1', { listingItemId: 'in no catalogue', sellerRegion: undefined });
  expect(await hub.database.platformHandling.findUnique({ where: { id } })).toMatchObject({ productCategory: null, sellerRegion: null });
  const list = 'query ($filter: PlatformHandlingFilter) { platformHandlings(first: 500, filter: $filter) { nodes { id } } }';
  for (const filter of [{ productCategory: categories[0] }, { sellerRegionCode: '33' }]) {
    const answer = await hub.ask<{ platformHandlings: { nodes: { id: string }[] } }>('center', list, { filter });
    expect(answer.data.platformHandlings.nodes.map((node) => node.id)).not.toContain(id);
  }
});
