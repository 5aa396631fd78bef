import { createHash } from 'node:crypto';
import { request } from 'undici';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { arrival, labsUnderTest, technician, valueOf, type LabsUnderTest } from './labs-under-test.js';

let hub: LabsUnderTest;
beforeAll(async () => {
  hub = await labsUnderTest();
});
afterAll(() => hub.close());

type Asker = Parameters<LabsUnderTest['tokenOf']>[0];

async function ask(asker: Asker, method: 'GET' | 'POST' | 'PATCH', path: string, headers: Record<string, string> = {}, body?: Buffer) {
  const authorization = `Bearer ${await hub.tokenOf(asker)}`;
  const answer = await request(new URL(path, hub.url), { method, headers: { authorization, 'tus-resumable': '1.0.0', ...headers }, body: body ?? null });
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.from(await answer.body.arrayBuffer()) };
}

it('a photo of a sample is handed in by its lab and given to whoever may read the receipt: not to another lab, nor for its knowing the hash (5.3.1)', async () => {
  const content = Buffer.from('a photo of the sample as it came');
  const hash = `sha-256:${createHash('sha256').update(content).digest('hex')}`;
  const metadata = `hash ${Buffer.from(hash).toString('base64')},filetype ${Buffer.from('image/jpeg').toString('base64')}`;
  const begun = await ask(technician('lab-1'), 'POST', '/evidence/labs/uploads', { 'upload-length': String(content.length), 'upload-metadata': metadata });
  await ask(technician('lab-1'), 'PATCH', String(begun.headers['location']), { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }, content);
  const photos = [{ hash, size: content.length, mediaType: 'image/jpeg', name: '样品.jpg' }];
  const record = async (lab: string) => {
    const receiptId = await hub.receiptOf(await hub.acceptedCommission(lab));
    valueOf(await hub.act(technician(lab), 'recordSampleReceipt', { receiptId, ...arrival({ photos }) }));
  };
  await record('lab-1');
  const given = async (asker: Asker) => (await ask(asker, 'GET', `/evidence/labs/${hash}`)).status;
  expect([await given('lab-1'), await given('center'), await given('regulator-province')]).toEqual([200, 200, 200]);
  expect((await ask('center', 'GET', `/evidence/labs/${hash}`)).body.equals(content)).toBe(true);
  expect([await given('lab-2'), await given('regulator-city'), await given('platform-1')]).toEqual([404, 404, 404]);
  // A lab that names what another has handed in gets its own name for it, and not the file.
  await record('lab-2');
  expect(JSON.parse((await ask('lab-2', 'GET', `/evidence/labs/${hash}`)).body.toString())).toMatchObject({ errors: [{ extensions: { code: 'FILE_NOT_STORED' } }] });
});
