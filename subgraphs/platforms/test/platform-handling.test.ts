import { randomUUID } from 'node:crypto';
import { calendarDaysAfter } from '@hub/kernel/calendar/calendar-days-after.js';
import { named, statusesOf, testFile, upload } from '@hub/kernel/testing/hand-in-files.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlatformsDatabase } from '../src/repository/database.js';
import { contactKeepingOf } from '../src/contacts/contact-keeping-of.js';
import { seedPlatforms } from '../src/repository/seed-platforms.js';
import { platformsService } from '../src/service.js';
import { deskOf, type Outcome } from './desk.js';

let hub: SubgraphUnderTest<PlatformsDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(platformsService);
  await seedPlatforms(hub.database, contactKeepingOf(hub.environment));
});
afterAll(() => hub.close());

const { act, received, acknowledged, eventsOf, dutiesOn } = deskOf(() => hub);
const evidence = [{ hash: `sha-256:${'1'.repeat(64)}`, size: 48213, mediaType: 'image/png', name: '下架截图.png' }];
const at = '2026-03-02T10:00:00+08:00';
const handling = `id state revision otherMeasures result completed { userId partyId }
  measures { kind takenAt text listingItemIds shopNames evidence { hash size mediaType name } recorded { userId role } }`;

const delist = (monitoringDataId: string, more: object = {}, asker = 'platform-1'): Promise<Outcome> =>
  act(asker, 'delistListings', handling, { monitoringDataId, listingItemIds: ['1807067'], delistedAt: at, reason: ' 监测不合格 ', evidence, ...more });
const notify = (monitoringDataId: string, more: object = {}, asker = 'platform-1'): Promise<Outcome> =>
  act(asker, 'notifyShops', handling, { monitoringDataId, shopIds: ['p1-shop-01', 'p1-shop-02'], text: '请停止销售', notifiedAt: new Date().toISOString(), ...more });
const complete = (monitoringDataId: string, more: object = {}, asker = 'platform-1'): Promise<Outcome> =>
  act(asker, 'completePlatformHandling', handling, { monitoringDataId, result: '已全部下架', ...more });
const handlingOf = async (asker: string, id: string) =>
  (await hub.ask<{ platformHandling: object | null }>(asker, `query ($id: ID!) { platformHandling(id: $id) { ${handling} } }`, { id })).data.platformHandling;

describe('the handling of monitoring data that fail (3.4 b, 5.4.2)', () => {
  it('begins with their acknowledgement, and a result is owed to centre and regulator in ten days', async () => {
    const id = await acknowledged();
    expect(await handlingOf('platform-1', id)).toMatchObject({ id, state: 'OPEN', measures: [], result: null });
    const duty = (await dutiesOn(id)).find(({ kind }) => kind === 'HandleMonitoringData');
    expect(duty).toMatchObject({ party_id: 'platform-1', role: 'OFFICER', closed_at: null, concerned: ['center', 'regulator-province'] });
    expect(duty?.due_at).toEqual(calendarDaysAfter(duty?.opened_at ?? new Date(0), 10));
    expect((await eventsOf(id)).filter(({ kind }) => kind === 'PlatformHandlingMoved')).toMatchObject([{ receivers: ['exchange'] }]);
  });

  it('does not begin with data that conform, nor before the acknowledgement', async () => {
    for (const id of [await acknowledged('platform-1', { conclusion: 'CONFORMING' }), await received()]) {
      expect(await handlingOf('platform-1', id)).toBeNull();
      expect((await dutiesOn(id)).map(({ kind }) => kind)).toEqual(['AcknowledgeMonitoringData']);
      expect(await delist(id)).toMatchObject({ refusal: { code: 'NOT_FOUND', field: 'monitoringDataId' } });
    }
  });

  it('goes from a delisting and a notice to shops, each with time and evidence, to its result, which ends the duty', async () => {
    const id = await acknowledged();
    expect(await delist(id, { expectedRevision: 1 })).toMatchObject({
      value: {
        state: 'MEASURES_TAKEN',
        revision: 2,
        measures: [{ kind: 'DELISTING', takenAt: '2026-03-02T10:00:00.000+08:00', text: '监测不合格', listingItemIds: ['1807067'], shopNames: [], evidence, recorded: { userId: 'platform-1.1', role: 'OFFICER' } }],
      },
    });
    expect(await notify(id)).toMatchObject({
      value: { state: 'MEASURES_TAKEN', revision: 3, measures: [{ kind: 'DELISTING' }, { kind: 'SHOP_NOTICE', text: '请停止销售', shopNames: ['小满日用旗舰店', '小满厨房小店'] }] },
    });
    expect(await complete(id)).toMatchObject({
      value: { state: 'COMPLETED', revision: 4, result: '已全部下架', otherMeasures: null, completed: { userId: 'platform-1.1', partyId: 'platform-1' } },
    });
    expect((await dutiesOn(id)).find(({ kind }) => kind === 'HandleMonitoringData')).toMatchObject({ closed_at: expect.any(Date) as Date, dropped: false });
    expect((await eventsOf(id)).filter(({ kind }) => kind === 'PlatformHandlingMoved')).toHaveLength(4);
    const possibleFrom = ['OPEN', 'MEASURES_TAKEN'];
    for (const late of [await delist(id), await notify(id), await complete(id)]) {
      expect(late).toMatchObject({ value: null, refusal: { code: 'STATE_NOT_POSSIBLE', state: 'COMPLETED', possibleFrom } });
    }
  });

  it('is not complete without a measure: the refusal says what would be one', async () => {
    const id = await acknowledged();
    const refused = await complete(id);
    expect(refused).toMatchObject({ value: null, refusal: { code: 'HANDLING_WITHOUT_MEASURE', field: 'measures' } });
    expect(refused.refusal?.['message']).toContain('Take listings down, notify shops');
    expect(await complete(id, { measures: '店铺已关闭' })).toMatchObject({ value: { state: 'COMPLETED', otherMeasures: '店铺已关闭' } });
  });

  it('refuses what is not of the platform, and nothing half-done stays', async () => {
    const id = await acknowledged();
    const before = await hub.database.listing.findFirstOrThrow({ where: { holder: 'platform-1', itemId: '1107295' } });
    expect(await delist(id, { listingItemIds: ['1107295', 'HW20260001'] })).toMatchObject({
      refusal: { code: 'LISTING_UNKNOWN', field: 'listingItemIds', message: expect.stringContaining('no items HW20260001') as string },
    });
    expect(await hub.database.listing.findFirstOrThrow({ where: { id: before.id } })).toEqual(before);
    expect(await notify(id, { shopIds: ['p2-shop-01'] })).toMatchObject({ refusal: { code: 'SHOP_UNKNOWN', field: 'shopIds' } });
    expect(await handlingOf('platform-1', id)).toMatchObject({ state: 'OPEN', revision: 1, measures: [] });
  });

  it.each([
    [{ listingItemIds: [] }, 'VALUE_INVALID', 'listingItemIds'],
    [{ listingItemIds: ['1807067', '1807067'] }, 'VALUE_INVALID', 'listingItemIds'],
    [{ reason: ' ' }, 'VALUE_REQUIRED', 'reason'],
    [{ delistedAt: '2099-01-01T00:00:00Z' }, 'TIME_IN_FUTURE', 'delistedAt'],
    [{ delistedAt: '2001-01-01T00:00:00Z' }, 'TIMES_OUT_OF_ORDER', 'delistedAt'],
    [{ evidence: [{ ...evidence[0], hash: 'md5:1' }] }, 'VALUE_INVALID', 'evidence.0.hash'],
    [{ expectedRevision: 9 }, 'REVISION_CONFLICT', 'expectedRevision'],
  ])('refuses a delisting with %j', async (more, code, field) => {
    expect(await delist(await acknowledged(), more)).toMatchObject({ value: null, refusal: { code, field } });
  });

  it('refuses a notice to shops that was given before the data came', async () => {
    expect(await notify(await acknowledged(), { notifiedAt: at })).toMatchObject({ value: null, refusal: { code: 'TIMES_OUT_OF_ORDER', field: 'notifiedAt' } });
  });

  it('keeps both of two measures that are recorded at once, and one of a measure that is sent twice at once', async () => {
    const id = await acknowledged();
    const twice = { idempotencyKey: randomUUID() };
    const outcomes = await Promise.all([delist(id, twice), delist(id, twice), notify(id), notify(id, { text: '请召回' })]);
    expect(outcomes.map(({ refusal }) => refusal)).toEqual([null, null, null, null]);
    const { measures } = (await handlingOf('platform-1', id)) as { measures: { text: string }[] };
    expect(measures.map(({ text }) => text).sort()).toEqual(['监测不合格', '请停止销售', '请召回'].sort());
  });

  it('is there for the platform, the centre and the regulator of the plan, and for nobody else', async () => {
    const id = await acknowledged();
    for (const asker of ['platform-1', 'center', 'regulator-province']) expect(await handlingOf(asker, id)).toMatchObject({ state: 'OPEN' });
    for (const asker of ['platform-2', 'regulator-city', 'merchant-1', 'lab-1']) expect(await handlingOf(asker, id)).toBeNull();
    for (const wrong of [await delist(id, {}, 'platform-2'), await notify(id, {}, 'platform-2'), await complete(id, {}, 'platform-2')]) {
      expect(wrong).toMatchObject({ value: null, refusal: { code: 'NOT_FOUND' } });
    }
    expect(await complete(id, {}, 'merchant-1')).toMatchObject({ refusal: { code: 'ACT_NOT_PERMITTED' } });
    const counts = await Promise.all(['platform-1', 'platform-2'].map((asker) => hub.ask<{ platformHandlings: { totalCount: number } }>(asker, '{ platformHandlings { totalCount } }')));
    expect(counts.map(({ data }) => data.platformHandlings.totalCount)).toEqual([await hub.database.platformHandling.count({ where: { holder: 'platform-1' } }), 0]);
  });

  it('is read from the monitoring data and from their acknowledgement', async () => {
    const id = await acknowledged();
    await delist(id);
    const answer = await hub.ask<{ _entities: unknown[] }>(
      'center',
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on MonitoringData { handling { state acknowledgement { productName conclusion handling { id } } } } } }`,
      { r: [{ __typename: 'MonitoringData', id }] },
    );
    expect(answer.data._entities).toEqual([
      { handling: { state: 'MEASURES_TAKEN', acknowledgement: { productName: '电热水壶', conclusion: 'NONCONFORMING', handling: { id } } } },
    ]);
  });
});

describe('a listing that is taken down (下架, 5.4.2)', () => {
  const listing = '{ listings(filter: { itemId: "1105898", state: [DELISTED] }) { totalCount nodes { itemId state delistedAt delistingReason } } }';

  it('says since when and why, to the merchant concerned too, and an event tells of it', async () => {
    const id = await acknowledged();
    const itemIds = (await hub.database.listing.findMany({ where: { holder: 'platform-1', concerned: { has: 'merchant-1' }, state: 'LISTED' }, take: 1 })).map(({ itemId }) => itemId);
    await delist(id, { listingItemIds: itemIds });
    for (const asker of ['platform-1', 'merchant-1', 'center', 'regulator-city']) {
      const answer = await hub.ask<{ listings: object }>(asker, listing.replace('1105898', itemIds[0] ?? ''));
      expect(answer.data.listings).toEqual({
        totalCount: 1,
        nodes: [{ itemId: itemIds[0], state: 'DELISTED', delistedAt: '2026-03-02T10:00:00.000+08:00', delistingReason: '监测不合格' }],
      });
    }
    const { id: listingId } = await hub.database.listing.findFirstOrThrow({ where: { holder: 'platform-1', itemId: itemIds[0] ?? '' } });
    expect((await eventsOf(listingId)).map(({ kind }) => kind)).toEqual(['ListingDelisted']);

    // A second handling names it again: it stays as it was taken down.
    expect(await delist(await acknowledged(), { listingItemIds: itemIds, reason: '再次' })).toMatchObject({ value: { measures: [{ text: '再次' }] } });
    expect(await hub.database.listing.findUniqueOrThrow({ where: { id: listingId } })).toMatchObject({ delistingReason: '监测不合格', revision: 2 });
    expect(await eventsOf(listingId)).toHaveLength(1);
  });

  it('stays down when the catalogue is imported again', async () => {
    await delist(await acknowledged(), { listingItemIds: ['1807067'] });
    await seedPlatforms(hub.database, contactKeepingOf(hub.environment));
    expect(await hub.database.listing.findFirstOrThrow({ where: { holder: 'platform-1', itemId: '1807067' } })).toMatchObject({ state: 'DELISTED', reached: ['LISTED', 'DELISTED'] });
  });
});

describe('a new version of monitoring data', () => {
  const version = (supersedesId: string, platformId = 'platform-1') => received(platformId, { supersedesId, version: 2, conclusion: 'CONFORMING' });
  const stateOf = async (id: string) =>
    (
      await hub.ask<{ _entities: [{ acknowledgement: object }] }>(
        'platform-1',
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on MonitoringData { acknowledgement { state supersededBy { id version } } } } }',
        { r: [{ __typename: 'MonitoringData', id }] },
      )
    ).data._entities[0].acknowledgement;

  it('takes the place of one that waits to be acknowledged: that duty is dropped, the new one is open', async () => {
    const old = await received();
    const fresh = await version(old);
    expect(await stateOf(old)).toEqual({ state: 'SUPERSEDED', supersededBy: { id: fresh, version: 2 } });
    expect(await dutiesOn(old)).toMatchObject([{ kind: 'AcknowledgeMonitoringData', dropped: true, closed_at: expect.any(Date) as Date }]);
    expect(await dutiesOn(fresh)).toMatchObject([{ kind: 'AcknowledgeMonitoringData', dropped: false, closed_at: null }]);
    expect((await eventsOf(old)).map(({ kind }) => kind)).toEqual(['MonitoringDataReceived', 'MonitoringDataSuperseded']);
    expect(await act('platform-1', 'acknowledgeMonitoringData', 'id', { monitoringDataId: old })).toMatchObject({
      refusal: { code: 'STATE_NOT_POSSIBLE', state: 'SUPERSEDED', possibleFrom: ['RECEIVED'] },
    });
  });

  it('makes the handling of the old one void, with its measures still readable', async () => {
    const old = await acknowledged();
    await delist(old);
    await version(old);
    expect(await handlingOf('platform-1', old)).toMatchObject({ state: 'SUPERSEDED', measures: [{ kind: 'DELISTING' }] });
    expect((await dutiesOn(old)).find(({ kind }) => kind === 'HandleMonitoringData')).toMatchObject({ dropped: true });
    expect(await complete(old)).toMatchObject({ refusal: { code: 'STATE_NOT_POSSIBLE', state: 'SUPERSEDED' } });
  });

  it('leaves a handling that is complete as it is, and one of data that never came here without harm', async () => {
    const old = await acknowledged();
    await complete(old, { measures: '已召回' });
    await version(old);
    expect(await stateOf(old)).toMatchObject({ state: 'SUPERSEDED' });
    expect(await handlingOf('platform-1', old)).toMatchObject({ state: 'COMPLETED' });
    expect(await stateOf(await version(randomUUID()))).toMatchObject({ state: 'RECEIVED' });
  });
});

describe('the shops of a platform (店铺)', () => {
  it('are listed by name, of a merchant, and to the other platform not at all', async () => {
    const shops = async (asker: string, filter: object) =>
      (await hub.ask<{ shops: { totalCount: number; nodes: { id: string }[] } }>(asker, 'query ($filter: ShopFilter) { shops(filter: $filter) { totalCount nodes { id } } }', { filter })).data.shops;
    expect(await shops('platform-1', { merchantId: 'p1-merchant-01' })).toEqual({ totalCount: 2, nodes: [{ id: 'p1-shop-02' }, { id: 'p1-shop-01' }] });
    expect(await shops('platform-2', { merchantId: 'p1-merchant-01' })).toEqual({ totalCount: 0, nodes: [] });
    expect((await shops('platform-2', {})).totalCount).toBe(10);
    expect((await shops('merchant-1', { name: '小满' })).nodes.map(({ id }) => id).sort()).toEqual(['p1-shop-01', 'p1-shop-02', 'p2-shop-02']);
    const one = await hub.ask('platform-2', '{ own: shop(id: "p2-shop-01") { name } other: shop(id: "p1-shop-01") { name } }');
    expect(one.data).toEqual({ own: { name: '好物街自营' }, other: null });
  });
});

describe('a file that a measure names', () => {
  it('is handed in by the platform, and given to whoever may read the handling: to no other platform, and to no lab', async () => {
    const file = testFile('a screenshot of the listing that is gone');
    expect((await upload(hub, 'platform-1', file)).status).toBe(204);
    const id = await acknowledged();
    expect(await delist(id, { evidence: [named(file)] })).toMatchObject({ refusal: null });
    expect(await statusesOf(hub, file.hash, ['platform-1', 'center', 'regulator-province'])).toEqual([200, 200, 200]);
    expect(await statusesOf(hub, file.hash, ['platform-2', 'lab-1', 'regulator-city', 'enterprise-1'])).toEqual([404, 404, 404, 404]);
  });
});
