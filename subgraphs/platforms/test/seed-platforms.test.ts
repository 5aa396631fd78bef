import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { personalKeyFile } from '@hub/kernel/personal/personal-key-file.js';
import { cloneDatabase, type ClonedDatabase } from '@hub/prisma/test-databases/clone-database.js';
import { recordStatements } from '@hub/prisma/clients/record-statements.js';
import { demoMerchants } from '@hub/prisma/seed/demo-merchants.js';
import { usccProblem } from '@hub/schema/identifiers/uscc.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contactKeepingIn } from '../src/contacts/contact-keeping-of.js';
import type { ListingContent, RefusedListing } from '../src/domain/listing-content.js';
import type { ContactKeeping } from '../src/repository/contact-keeping.js';
import { connectPlatforms, type PlatformsDatabase } from '../src/repository/database.js';
import { importListings } from '../src/repository/import-listings.js';
import { seedPlatforms } from '../src/repository/seed-platforms.js';

let clone: ClonedDatabase;
let database: PlatformsDatabase;
let dataDir: string;
let contacts: ContactKeeping;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hub-seed-'));
  await personalKeyFile(dataDir).create();
  contacts = contactKeepingIn(dataDir);
  clone = await cloneDatabase('platforms');
  database = connectPlatforms(clone.url);
});
afterAll(async () => {
  await database.$disconnect();
  await clone.drop();
  await rm(dataDir, { recursive: true });
});

async function* these(...listings: (ListingContent | RefusedListing)[]) {
  yield* listings;
  await delay(0);
}

describe('the catalogues of the demo', () => {
  it('hold 9,540 real products; the one of which nothing is known is refused with the reason', async () => {
    const told: number[] = [];
    const { result: report, statements } = await recordStatements(() => seedPlatforms(database, contacts, (read) => told.push(read)));
    expect(report).toMatchObject({ read: 9541, taken: 9540, updated: 0, unchanged: 0 });
    expect(report.refused).toEqual([{ itemId: '354850', reason: expect.stringContaining('no title can be made') as string }]);
    expect(told.at(-1)).toBe(9541);
    // One statement, BEGIN, COMMIT and an event for each thousand rows: some 8,000 rows a second on two cores.
    expect(statements.length).toBeLessThan(80);
    const qualities = await database.listing.groupBy({ by: ['gtinQuality'], where: { holder: 'platform-1' }, _count: true });
    expect(Object.fromEntries(qualities.map(({ gtinQuality, _count }) => [gtinQuality, _count]))).toEqual({
      VALID: 4256,
      REPAIRED: 5062,
      INVALID: 222,
    });
    expect(await database.listing.count({ where: { holder: 'platform-1', concerned: { has: 'merchant-1' } } })).toBeGreaterThan(100);
    expect(await database.listing.count({ where: { holder: 'platform-2', gtinQuality: 'VALID' } })).toBe(14);
  });

  it('are the same after loading again, and the log tells of nothing new', async () => {
    const events = () => database.$queryRaw`SELECT count(*)::int AS count FROM kernel.event WHERE kind = 'ListingsImported'`;
    const before = await events();
    expect(await seedPlatforms(database, contacts)).toMatchObject({ read: 9541, taken: 0, updated: 0, unchanged: 9540 });
    expect(await events()).toEqual(before);
    expect(await database.merchant.count()).toBe(demoMerchants.length);
  });

  it('take what has changed, and account for each row of an import', async () => {
    const listing: ListingContent = {
      itemId: 'HW20260001',
      shopId: 'p2-shop-01',
      title: '好物街 1.7升不锈钢电热水壶',
      brand: '好物',
      brandOwner: null,
      category: null,
      gtin: null,
      gtinAsListed: '',
      gtinQuality: 'INVALID',
      packageWeight: null,
      listedOn: '2026-01-12',
    };
    const fresh = { ...listing, itemId: 'new' };
    const before = await database.listing.findFirstOrThrow({ where: { itemId: listing.itemId } });
    const report = await importListings(
      database,
      'platform-2',
      these(listing, fresh, fresh, { ...listing, itemId: 'x', shopId: 'p1-shop-01' }, { itemId: 'y', reason: 'no title' }),
    );
    expect(report).toMatchObject({ read: 5, taken: 1, updated: 1, unchanged: 0 });
    expect(report.refused.map(({ itemId, reason }) => [itemId, reason.slice(0, 18)])).toEqual([
      ['new', 'The item stands in'],
      ['x', 'The platform has n'],
      ['y', 'no title'],
    ]);
    expect(await database.listing.findFirstOrThrow({ where: { itemId: listing.itemId } })).toMatchObject({ id: before.id, category: null });
  });

  it('tell of a listing that comes to concern another merchant, and of no other', async () => {
    const told = () => database.$queryRaw<{ subject: string; stamps: object }[]>`SELECT subject_id AS subject, stamps FROM kernel.event WHERE kind = 'ListingChangedHands' ORDER BY position`;
    expect(await told()).toEqual([]);
    const [listing, other] = await database.listing.findMany({ where: { holder: 'platform-2' }, orderBy: { id: 'asc' }, take: 2 });
    const { shopId, listedOn, ...content } = listing!;
    const shop = await database.shop.findFirstOrThrow({ where: { holder: 'platform-2', id: { not: shopId }, NOT: { concerned: { equals: listing!.concerned } } } });
    const as = (row: typeof content, day: Date, at: string) => ({ ...row, shopId: at, listedOn: day.toISOString().slice(0, 10) }) as unknown as ListingContent;
    await importListings(database, 'platform-2', these(as(content, listedOn, shop.id), { ...as(other!, other!.listedOn, other!.shopId), category: '其他' }));
    expect(await told()).toEqual([{ subject: listing!.id, stamps: expect.objectContaining({ holder: 'platform-2', concerned: shop.concerned, state: listing!.state, reached: listing!.reached }) }]);
    await importListings(database, 'platform-2', these(as(content, listedOn, shop.id)));
    expect(await told()).toHaveLength(1);
  });

  it('carry credit codes that pass their check (GB 32100-2015), the same for the same firm', () => {
    const codes = demoMerchants.flatMap(({ uscc }) => uscc ?? []);
    expect(codes.filter((code) => usccProblem(code) !== undefined)).toEqual([]);
    expect(demoMerchants.filter(({ uscc }) => uscc === '91330105MA2D00010K').map(({ platformId }) => platformId)).toEqual([
      'platform-1',
      'platform-2',
    ]);
  });
});
