import { askFiles, testFile, upload } from '@hub/kernel/testing/hand-in-files.js';
import type { Asker } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { arrival, labsUnderTest, technician, valueOf, type LabsUnderTest } from './labs-under-test.js';

let hub: LabsUnderTest;
beforeAll(async () => {
  hub = await labsUnderTest();
});
afterAll(() => hub.close());

it('a photo of a sample is handed in by its lab and given to whoever may read the receipt: not to another lab, nor for its knowing the hash (5.3.1)', async () => {
  const file = testFile('a photo of the sample as it came');
  await upload(hub, technician('lab-1'), file);
  const photos = [{ hash: file.hash, size: file.content.length, mediaType: 'image/jpeg', name: '样品.jpg' }];
  const record = async (lab: string) => {
    const receiptId = await hub.receiptOf(await hub.acceptedCommission(lab));
    valueOf(await hub.act(technician(lab), 'recordSampleReceipt', { receiptId, ...arrival({ photos }) }));
  };
  await record('lab-1');
  const ask = (asker: Asker) => askFiles(hub, asker, 'GET', `/evidence/labs/${file.hash}`);
  const given = async (asker: Asker) => (await ask(asker)).status;
  expect([await given('lab-1'), await given('center'), await given('regulator-province')]).toEqual([200, 200, 200]);
  expect((await ask('center')).body.equals(file.content)).toBe(true);
  expect([await given('lab-2'), await given('regulator-city'), await given('platform-1')]).toEqual([404, 404, 404]);
  // A lab that names what another has handed in gets its own name for it, and not the file.
  await record('lab-2');
  expect(await ask('lab-2')).toMatchObject({ status: 404, code: 'FILE_NOT_STORED' });
});
