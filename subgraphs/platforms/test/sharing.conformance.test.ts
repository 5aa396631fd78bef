import { randomUUID } from 'node:crypto';
import { conformanceSuite } from '@hub/kernel/testing/conformance/conformance-suite.js';
import type { MatrixRow } from '@hub/kernel/testing/conformance/row-matrix.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { sdl } from '@hub/schema/generated/platforms.js';
import { afterAll, beforeAll } from 'vitest';
import type { PlatformsDatabase } from '../src/repository/database.js';
import { registerPlatform } from '../src/repository/register-platform.js';
import { platformsService } from '../src/service.js';

let hub: SubgraphUnderTest<PlatformsDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(platformsService);
});
afterAll(() => hub.close());

const stamps = ({ holder, concerned, state, reached }: MatrixRow) => ({
  holder,
  concerned: [...concerned],
  state,
  reached: [...reached],
});
const now = new Date('2026-03-01T00:00:00Z');
const record = { userId: 'u', partyId: 'p', role: 'OFFICER', at: now.toISOString() };

/** Rows lead to the platform that holds them. */
const held = async (row: MatrixRow) => {
  await registerPlatform(hub.database, row.holder);
  return stamps(row);
};

const merchant = async (row: MatrixRow, number: number) => {
  const { id } = await hub.database.merchant.create({
    data: {
      name: `merchant ${number}`,
      uscc: '91330105MA2D00010K',
      participantId: 'merchant-1',
      contactName: '苏小满',
      contactPhone: '0571-5550101',
      sellerRegion: row.sellerRegion ?? '',
      ...(await held(row)),
    },
  });
  return id;
};

const acknowledgement = async (row: MatrixRow, number: number) => {
  const { id } = await hub.database.monitoringDataAcknowledgement.create({
    data: {
      id: randomUUID(),
      number: `SJ-${number}`,
      receivedAt: now,
      acknowledgeBy: now,
      acknowledged: record,
      listingItemId: 'an item',
      supersededById: 'a later version',
      productName: 'a product',
      conclusion: 'NONCONFORMING',
      shopName: 'a shop',
      merchantUscc: '91330105MA2D00010K',
      note: 'a note',
      owedTo: ['center', 'regulator-province'],
      cause: 'x:y',
      ...(await held(row)),
    },
  });
  return id;
};

const handling = async (row: MatrixRow) => {
  const { id } = await hub.database.platformHandling.create({
    data: {
      id: randomUUID(),
      openedAt: now,
      handleBy: now,
      measures: [{ kind: 'DELISTING', takenAt: now.toISOString(), text: 'a reason', listingItemIds: ['an item'], shopNames: [], evidence: [], recorded: record }],
      otherMeasures: 'a measure',
      result: 'a result',
      completed: record,
      ...(await held(row)),
    },
  });
  return id;
};

const shop = async (row: MatrixRow, number: number) => {
  const { id } = await hub.database.shop.create({
    data: {
      name: `shop ${number}`,
      merchantId: await merchant(row, number),
      sellerRegion: row.sellerRegion ?? '',
      ...(await held(row)),
    },
  });
  return id;
};

conformanceSuite(() => hub, {
  owner: 'platforms',
  sdl,
  entities: {
    Platform: {
      paths: [['REGISTERED']],
      insert: async (row) => {
        const { id } = await hub.database.platform.create({
          data: { id: randomUUID(), website: 'https://platform.example', sellsItself: true, ...stamps(row) },
        });
        return id;
      },
    },
    Merchant: { paths: [['REGISTERED']], insert: merchant },
    Shop: { paths: [['OPEN']], insert: shop },
    Listing: {
      paths: [['LISTED', 'DELISTED']],
      insert: async (row, number) => {
        const { id } = await hub.database.listing.create({
          data: {
            shopId: await shop(row, number),
            itemId: `item ${number}`,
            title: 'a title',
            brand: 'a brand',
            brandOwner: 'an owner',
            category: 'a category',
            gtin: '00036000291452',
            gtinAsListed: '36000291452',
            gtinQuality: 'REPAIRED',
            packageWeight: '1 kg',
            listedOn: now,
            delistedAt: now,
            delistingReason: 'a reason',
            ...(await held(row)),
          },
        });
        return id;
      },
    },
    MonitoringDataAcknowledgement: {
      paths: [['RECEIVED', 'ACKNOWLEDGED', 'SUPERSEDED']],
      insert: acknowledgement,
    },
    PlatformHandling: {
      paths: [
        ['OPEN', 'MEASURES_TAKEN', 'COMPLETED'],
        ['OPEN', 'SUPERSEDED'],
      ],
      insert: handling,
    },
  },
  acts: {
    acknowledgeMonitoringData: {
      input: (monitoringDataId) => ({ monitoringDataId }),
      good: (monitoringDataId) => ({ monitoringDataId, note: '已通知店铺下架' }),
    },
    delistListings: {
      input: (monitoringDataId) => ({ monitoringDataId, listingItemIds: ['none'], delistedAt: now.toISOString(), reason: 'a reason' }),
    },
    notifyShops: {
      input: (monitoringDataId) => ({ monitoringDataId, shopIds: ['none'], text: 'a text', notifiedAt: now.toISOString() }),
    },
    completePlatformHandling: { input: (monitoringDataId) => ({ monitoringDataId, result: 'a result', measures: 'a measure' }) },
  },
});
