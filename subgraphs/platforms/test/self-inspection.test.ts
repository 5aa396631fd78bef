import { named, statusesOf, testFile, upload } from '@hub/kernel/testing/hand-in-files.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlatformsDatabase } from '../src/repository/database.js';
import { platformsService } from '../src/service.js';
import { deskOf } from './desk.js';

let hub: SubgraphUnderTest<PlatformsDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(platformsService);
});
afterAll(() => hub.close());

const { act, received, acknowledged, eventsOf } = deskOf(() => hub);
const evidence = [{ hash: `sha-256:${'2'.repeat(64)}`, size: 120, mediaType: 'application/pdf', name: null }];
const fields = `id state revision monitoringData { id } seller { id } platform { id } productName findings cause unitsInStock unitsSold
  evidence { hash } filed { userId partyId } measures rectificationEvidence { hash } rectified { userId }`;
const found = { findings: '同批次绝缘不良', cause: '供应商更换内胆', unitsInStock: 30, unitsSold: 170, evidence };
const file = (monitoringDataId: string, more: object = {}, asker = 'merchant-1') => act(asker, 'fileSelfInspection', fields, { monitoringDataId, ...found, ...more });
const rectify = (selfInspectionId: unknown, more: object = {}, asker = 'merchant-1') =>
  act(asker, 'fileRectification', fields, { selfInspectionId, measures: '退换全部已售商品', evidence, ...more });
/** Sold by 好物街 itself (自营). */
const ownSale = { merchantUscc: '91330108MA2C000286', merchantName: '好物街科技有限公司（演示）', shopName: '好物街自营' };

describe('a merchant checks itself upon monitoring data on its product (3.5)', () => {
  it('files what it found, then how it rectified', async () => {
    const id = await received();
    const { value } = await file(id);
    expect(value).toMatchObject({
      state: 'FILED',
      monitoringData: { id },
      seller: { id: 'merchant-1' },
      platform: { id: 'platform-1' },
      productName: '电热水壶',
      unitsInStock: 30,
      evidence: [{ hash: evidence[0]?.hash }],
      filed: { userId: 'merchant-1.1', partyId: 'merchant-1' },
      rectified: null,
    });
    expect(await rectify(value?.['id'], { expectedRevision: 1 })).toMatchObject({
      value: { state: 'RECTIFIED', revision: 2, measures: '退换全部已售商品', rectificationEvidence: [{ hash: evidence[0]?.hash }], rectified: { userId: 'merchant-1.1' } },
    });
    expect((await eventsOf(String(value?.['id']))).map(({ kind }) => kind)).toEqual(['SelfInspectionFiled', 'RectificationFiled']);
    expect(await rectify(value?.['id'])).toMatchObject({ refusal: { code: 'STATE_NOT_POSSIBLE', state: 'RECTIFIED', possibleFrom: ['FILED'] } });
  });

  it('one at a time, also when two come at once; after the rectification another may follow', async () => {
    const id = await acknowledged();
    const outcomes = await Promise.all([file(id), file(id)]);
    expect(outcomes.map(({ refusal }) => refusal?.['code'] ?? 'filed').sort()).toEqual(['SELF_INSPECTION_OPEN', 'filed']);
    const first = outcomes.find(({ value }) => value)?.value?.['id'];
    expect(outcomes.find(({ refusal }) => refusal)?.refusal).toMatchObject({ field: 'monitoringDataId', message: expect.stringContaining(String(first)) as string });
    await rectify(first);
    expect(await file(id)).toMatchObject({ value: { state: 'FILED' } });
  });

  it.each([
    [{ findings: ' ' }, 'VALUE_REQUIRED', 'findings'],
    [{ cause: 'x'.repeat(4001) }, 'VALUE_TOO_LONG', 'cause'],
    [{ unitsSold: -1 }, 'VALUE_INVALID', 'unitsSold'],
    [{ evidence: [evidence[0], evidence[0]] }, 'VALUE_INVALID', 'evidence.1.hash'],
  ])('is refused with %j', async (more, code, field) => {
    expect(await file(await received(), more)).toMatchObject({ value: null, refusal: { code, field } });
  });

  it('not upon data on the product of another, and not upon a version that was superseded', async () => {
    const other = await received('platform-1', { merchantUscc: '91330106MA2D00029Y' });
    expect(await file(other)).toMatchObject({ refusal: { code: 'NOT_FOUND', field: 'monitoringDataId' } });
    const nobody = await received('platform-1', { merchantUscc: null });
    expect(await file(nobody)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    const old = await received();
    await received('platform-1', { supersedesId: old, version: 2 });
    expect(await file(old)).toMatchObject({ refusal: { code: 'STATE_NOT_POSSIBLE', state: 'SUPERSEDED', possibleFrom: ['RECEIVED', 'ACKNOWLEDGED'] } });
  });

  it('and so does a platform that sells itself, upon its own product only', async () => {
    const own = await received('platform-2', ownSale);
    const { value } = await file(own, {}, 'platform-2');
    expect(value).toMatchObject({ state: 'FILED', seller: { id: 'platform-2' } });
    expect(await rectify(value?.['id'], {}, 'platform-2')).toMatchObject({ value: { state: 'RECTIFIED' } });
    const others = await received('platform-2');
    expect(await file(others, {}, 'platform-2')).toMatchObject({ refusal: { code: 'NOT_THE_SELLER', field: 'monitoringDataId' } });
    expect(await file(own, {}, 'platform-1')).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  });

  it('which platform, centre and regulator of that data see, and neither the other platform nor anybody else', async () => {
    const id = await received();
    const { value } = await file(id);
    const seen = async (asker: string) => {
      const { data } = await hub.ask<{ selfInspection: object | null; selfInspections: { totalCount: number } | null; _entities: [{ selfInspections: object[] | null }] }>(
        asker,
        `query ($id: ID!, $data: ID!, $r: [_Any!]!) { selfInspection(id: $id) { findings } selfInspections(filter: { monitoringDataId: $data }) { totalCount }
           _entities(representations: $r) { ... on MonitoringData { selfInspections { id } } } }`,
        { id: value?.['id'], data: id, r: [{ __typename: 'MonitoringData', id }] },
      );
      return [data.selfInspection !== null, data.selfInspections?.totalCount ?? 0, data._entities[0].selfInspections?.length ?? 0];
    };
    for (const asker of ['merchant-1', 'platform-1', 'center', 'regulator-province']) expect(await seen(asker)).toEqual([true, 1, 1]);
    for (const asker of ['platform-2', 'regulator-city', 'lab-1', 'enterprise-1', 'department-1']) expect(await seen(asker)).toEqual([false, 0, 0]);
    expect(await rectify(value?.['id'], {}, 'platform-1')).toMatchObject({ refusal: { code: 'NOT_FOUND', field: 'selfInspectionId' } });
    // That the data are at the platform's desk is the platform's matter.
    const desk = await hub.ask('merchant-1', '{ monitoringDataAcknowledgements { totalCount } }');
    expect(desk.errors).toMatchObject([{ extensions: { code: 'SHARING_NOT_IN_AUDIENCE' } }]);
  });
});

describe('a file that a self-inspection or its rectification names', () => {
  it('is handed in by the seller, and given to whoever may read it: to no other merchant and no other platform', async () => {
    const [cause, repair] = [testFile('the cause'), testFile('the repair')];
    for (const each of [cause, repair]) expect((await upload(hub, 'merchant-1', each)).status).toBe(204);
    const { value } = await file(await received(), { evidence: [named(cause)] });
    await rectify(value?.['id'], { evidence: [named(repair)] });
    for (const { hash } of [cause, repair]) {
      expect(await statusesOf(hub, hash, ['merchant-1', 'platform-1', 'regulator-province'])).toEqual([200, 200, 200]);
      expect(await statusesOf(hub, hash, ['enterprise-1', 'platform-2', 'lab-1'])).toEqual([404, 404, 404]);
    }
  });
});
