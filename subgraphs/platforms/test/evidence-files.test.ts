import { randomUUID } from 'node:crypto';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { askFiles, testFile, upload } from '@hub/kernel/testing/hand-in-files.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PlatformsDatabase } from '../src/repository/database.js';
import { platformsService } from '../src/service.js';
import { deskOf } from './desk.js';

let hub: SubgraphUnderTest<PlatformsDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(platformsService);
});
afterAll(() => hub.close());

it('a file that an objection names is handed in by its author and given to it and to the regulator: not to a competitor, nor for its knowing the hash (after 5.4.1)', async () => {
  const { act } = deskOf(() => hub);
  const file = testFile('the certificate of the factory');
  await upload(hub, 'merchant-1', file);
  const evidence = [{ hash: file.hash, size: file.content.length, mediaType: 'image/jpeg', name: '出厂检验.jpg' }];
  const object = async (addresseeId: string) => {
    const id = randomUUID();
    const payload = { id, number: `GZ-${id}`, regulatorId: 'regulator-province', capacity: 'SELLER', addresseeId, monitoringDataId: 'data-1', productName: '电热水壶', text: '不合格' };
    hub.others.say({ kind: 'ResultNoticeIssued', subjectType: 'ResultNotice', subjectId: id, payload });
    await eventually(() => hub.database.receivedResultNotice.findUnique({ where: { id } }), (row) => row !== null);
    await act(addresseeId, 'confirmResultNotice', 'id', { noticeId: id });
    expect(await act(addresseeId, 'objectToResult', 'id', { noticeId: id, ground: 'RESULT', statement: '检验方法不适用', evidence })).toMatchObject({ refusal: null });
  };
  await object('merchant-1');
  const given = async (asker: string) => (await askFiles(hub, asker, 'GET', `/evidence/platforms/${file.hash}`)).status;
  expect([await given('merchant-1'), await given('regulator-province')]).toEqual([200, 200]);
  expect([await given('regulator-city'), await given('platform-1'), await given('enterprise-1')]).toEqual([404, 404, 404]);
  await object('enterprise-1');
  expect(await given('enterprise-1')).toBe(404);
});
