import { randomUUID } from 'node:crypto';
import { conformanceSuite } from '@hub/kernel/testing/conformance/conformance-suite.js';
import type { MatrixRow } from '@hub/kernel/testing/conformance/row-matrix.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { sdl } from '@hub/schema/generated/platforms.js';
import { afterAll, beforeAll } from 'vitest';
import { contactKeepingOf } from '../src/contacts/contact-keeping-of.js';
import { toldContact } from '../src/repository/contact-keeping.js';
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
const file = { hash: `sha-256:${'4'.repeat(64)}`, size: 48213, mediaType: 'image/png', name: '截图.png' };
const record = { userId: 'u', partyId: 'p', role: 'OFFICER', at: now.toISOString() };

/** Rows lead to the platform that holds them. */
const held = async (row: MatrixRow) => {
  await registerPlatform(hub.database, row.holder);
  return stamps(row);
};

const merchant = async (row: MatrixRow, number: number) => {
  const [contact] = await inUnitOfWork(hub.database, { owner: 'platforms', at: now, actor: null, causedBy: [] }, (unit) =>
    contactKeepingOf(hub.environment).keep(unit, [toldContact(row.holder, { name: '苏小满', phone: `0571-${number}` })]),
  );
  const { id } = await hub.database.merchant.create({
    data: {
      name: `merchant ${number}`,
      uscc: '91330105MA2D00010K',
      participantId: 'merchant-1',
      contactId: contact?.personId ?? null,
      sealedContact: contact?.sealed ?? null,
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
      productCategory: 'a category',
      sellerRegion: '330105',
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
      productCategory: 'a category',
      sellerRegion: '330105',
      completed: record,
      ...(await held(row)),
    },
  });
  return id;
};

const riskReport = async (row: MatrixRow, number: number) => {
  const { id } = await hub.database.riskReport.create({
    data: {
      number: `BS-${number}`,
      centerId: 'center',
      productName: 'a product',
      brand: 'a brand',
      hazardItem: 'a hazard',
      hazardDescription: 'a description',
      hazardDegree: 'HIGH',
      scope: { units: 1, unitsText: null, countries: [], retailers: [], platforms: [], soldFrom: null, soldUntil: null },
      injuries: { hasInjuries: false, hasDeaths: false, description: null },
      listingItemIds: ['an item'],
      links: ['https://platform.example'],
      observedOn: now,
      submitted: record,
      submittedAt: now,
      takenInAt: now,
      riskInformationNumber: 'FX-1',
      ...(await held(row)),
    },
  });
  return id;
};

const selfInspection = async (row: MatrixRow) => {
  await registerPlatform(hub.database, 'platform-1');
  const { id } = await hub.database.selfInspection.create({
    data: {
      monitoringDataId: randomUUID(),
      platformId: 'platform-1',
      productName: 'a product',
      findings: 'findings',
      cause: 'a cause',
      unitsInStock: 1,
      unitsSold: 2,
      evidence: [file],
      filed: record,
      filedAt: now,
      measures: 'measures',
      rectificationEvidence: [file],
      rectified: record,
      ...stamps(row),
    },
  });
  return id;
};

const enterprise = async ({ holder, concerned, state, reached }: MatrixRow, number: number) => {
  const { id } = await hub.database.enterprise.create({
    data: {
      name: `enterprise ${number}`,
      uscc: `uscc ${number}`,
      roles: ['PRODUCER'],
      regionCode: '330108',
      participantId: `participant ${number}`,
      holder,
      concerned: [...concerned],
      state,
      reached: [...reached],
    },
  });
  return id;
};

const fulfilment = async (row: MatrixRow, number: number) => {
  const { id } = await hub.database.directionFulfilment.create({
    data: {
      id: randomUUID(),
      number: `CZ-${number}`,
      kind: 'RECALL',
      addresseeKind: 'ENTERPRISE',
      addresseeId: 'enterprise-1',
      enterpriseId: 'an enterprise',
      regulatorId: 'regulator-province',
      monitoringDataIds: ['data'],
      instruction: 'an instruction',
      receivedAt: now,
      dueAt: now,
      reports: [{ action: 'an action', unitsAffected: 5, unitsRecovered: 0, final: false, evidence: [file], reported: record }],
      reason: 'a reason',
      endedAt: now,
      cause: 'x:y',
      ...stamps(row),
    },
  });
  return id;
};

const receivedNotice = async (row: MatrixRow, number: number) => {
  const { id } = await hub.database.receivedResultNotice.create({
    data: {
      id: randomUUID(),
      number: `GZ-${number}`,
      capacity: 'SELLER',
      addresseeId: 'merchant-1',
      regulatorId: 'regulator-province',
      monitoringDataId: 'data',
      productName: 'a product',
      text: 'a text',
      receivedAt: now,
      confirmBy: now,
      servedAt: now,
      serviceMethod: 'DIRECT',
      objectBy: new Date('2099-01-01T00:00:00Z'),
      objection: { ground: 'RESULT', statement: 'a statement', retestRequested: true, evidence: [file], raised: record },
      objectionAnswer: { outcome: 'REJECTED', reason: 'a reason', decidedAt: now.toISOString() },
      withdrawReason: 'a reason',
      cause: 'x:y',
      ...stamps(row),
    },
  });
  return id;
};

/** What the right items of platform-1 refer to. */
const ownListing = async () => {
  const own = { holder: 'platform-1', concerned: [], sellerRegion: '330106', producerRegion: null, platformRegion: null, state: 'LISTED', reached: ['LISTED'], relation: 'own' };
  const itemId = `item-${randomUUID()}`;
  await hub.database.listing.update({ where: { id: await listing(own, 0) }, data: { itemId } });
  return itemId;
};
const ownShop = () =>
  shop({ holder: 'platform-1', concerned: [], sellerRegion: '330106', producerRegion: null, platformRegion: null, state: 'OPEN', reached: ['OPEN'], relation: 'own' }, 0);

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

const listing = async (row: MatrixRow, number: number) => {
  const { id } = await hub.database.listing.create({
    data: {
      shopId: await shop(row, number),
      itemId: `item ${number} ${randomUUID()}`,
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
};

conformanceSuite(() => hub, {
  owner: 'platforms',
  sdl,
  subscriptions: {
    platformHandlingMoved: 'PlatformHandlingMoved',
    monitoringDataAcknowledged: 'MonitoringDataAcknowledged',
  },
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
    Listing: { paths: [['LISTED', 'DELISTED']], insert: listing },
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
    RiskReport: { paths: [['SUBMITTED', 'TAKEN_IN']], insert: riskReport },
    SelfInspection: { paths: [['FILED', 'RECTIFIED']], insert: selfInspection },
    Enterprise: { paths: [['REGISTERED']], insert: enterprise },
    DirectionFulfilment: {
      paths: [
        ['RECEIVED', 'REPORTED', 'ENDED'],
        ['RECEIVED', 'WITHDRAWN'],
      ],
      insert: fulfilment,
    },
    ReceivedResultNotice: {
      paths: [
        ['RECEIVED', 'SERVED', 'OBJECTED', 'DECIDED'],
        ['RECEIVED', 'WITHDRAWN'],
        ['RECEIVED', 'SERVED', 'SUPERSEDED'],
      ],
      insert: receivedNotice,
    },
  },
  acts: {
    eraseMerchantContact: { input: (merchantId) => ({ merchantId, reason: 'r' }), good: (merchantId) => ({ merchantId, reason: '本人要求' }) },
    acknowledgeMonitoringData: {
      input: (monitoringDataId) => ({ monitoringDataId }),
      good: (monitoringDataId) => ({ monitoringDataId, note: '已通知店铺下架' }),
    },
    delistListings: {
      input: (monitoringDataId) => ({ monitoringDataId, listingItemIds: ['none'], delistedAt: now.toISOString(), reason: 'a reason' }),
      good: async (monitoringDataId) => ({
        monitoringDataId,
        listingItemIds: [await ownListing()],
        delistedAt: now.toISOString(),
        reason: '监测不合格',
        evidence: [file],
      }),
    },
    notifyShops: {
      input: (monitoringDataId) => ({ monitoringDataId, shopIds: ['none'], text: 'a text', notifiedAt: now.toISOString() }),
      good: async (monitoringDataId) => {
        const { holder, concerned, state, reached } = await hub.database.platformHandling.findUniqueOrThrow({ where: { id: monitoringDataId } });
        const data = await acknowledgement({ holder, concerned, state, reached, sellerRegion: null, producerRegion: null, platformRegion: null, relation: 'handled' }, 0);
        await hub.database.monitoringDataAcknowledgement.update({ where: { id: data }, data: { id: monitoringDataId } });
        return { monitoringDataId, shopIds: [await ownShop()], text: '请停止销售', notifiedAt: now.toISOString(), evidence: [file] };
      },
    },
    completePlatformHandling: {
      input: (monitoringDataId) => ({ monitoringDataId, result: 'a result', measures: 'a measure' }),
      good: (monitoringDataId) => ({ monitoringDataId, result: '已全部下架', measures: '已通知买家' }),
    },
    reportRisk: {
      input: () => ({ centerId: 'center', productName: 'a product', hazardItem: 'a hazard', scope: {}, observedOn: '2026-03-01' }),
      good: async () => ({
        centerId: 'center',
        productName: '电热水壶',
        brand: '好物',
        hazardItem: '触电',
        hazardDescription: '壶身带电',
        hazardDegree: 'HIGH',
        scope: { units: 1200, unitsText: '约 1200 件', countries: ['中国'], retailers: ['云集市'], platforms: ['云集市'], soldFrom: '2025-11-01', soldUntil: '2026-02-28' },
        injuries: { hasInjuries: true, hasDeaths: false, description: '一人触电' },
        listingItemIds: [await ownListing()],
        links: ['https://yunjishi.example/item/1807067'],
        observedOn: '2026-03-01',
      }),
    },
    fileSelfInspection: {
      input: (monitoringDataId) => ({ monitoringDataId, findings: 'findings', cause: 'a cause', unitsInStock: 0, unitsSold: 0 }),
      good: async (monitoringDataId) => {
        // The caller is a platform, which files upon what it sells itself.
        await hub.database.monitoringDataAcknowledgement.update({ where: { id: monitoringDataId }, data: { merchantUscc: '91330106MA2C0001X9' } });
        return { monitoringDataId, findings: '绝缘不良', cause: '更换内胆', unitsInStock: 30, unitsSold: 170, evidence: [file] };
      },
    },
    fileRectification: {
      input: (selfInspectionId) => ({ selfInspectionId, measures: 'measures' }),
      good: (selfInspectionId) => ({ selfInspectionId, measures: '退换全部已售商品', evidence: [file] }),
    },
    confirmResultNotice: {
      input: (noticeId) => ({ noticeId }),
      good: (noticeId) => ({ noticeId, expectedRevision: 1 }),
    },
    objectToResult: {
      input: (noticeId) => ({ noticeId, ground: 'RESULT', statement: 's' }),
      good: (noticeId) => ({ noticeId, expectedRevision: 1, ground: 'RESULT', statement: '检验方法不适用', retestRequested: true, evidence: [file] }),
    },
    reportDirection: {
      input: (directionId) => ({ directionId, action: 'an action', final: true }),
      good: (directionId) => ({ directionId, action: '已召回', unitsAffected: 500, unitsRecovered: 0, final: true, evidence: [file] }),
    },
  },
});
