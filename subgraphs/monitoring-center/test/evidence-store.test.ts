import { mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { askFiles, begin, send, testFile, upload, type TestFile } from '@hub/kernel/testing/hand-in-files.js';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monitoringCenterService } from '../src/service.js';
import { act, sampler, type Hub } from './acts.js';
import { evidence, onSamples } from './sample-steps.js';
import { bought, issuedPlan } from './thread.js';

const evidencePath = '/evidence/monitoring-center';
let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService, { variables: { EVIDENCE_MAX_BYTES: '1000000' } });
});
afterAll(() => hub.close());

const store = (...path: string[]) => join(hub.environment.dataDir, 'evidence', 'monitoring-center', ...path);
const valueOf = ({ hash }: TestFile) => hash.slice('sha-256:'.length);
const placeOf = (file: TestFile) => store('files', 'center', 'sha-256', valueOf(file).slice(0, 2), valueOf(file));
const there = (path: string) => stat(path).then(() => true, () => false);
/** Begins an upload: its address, its id. */
async function begun(file: TestFile): Promise<{ location: string; id: string }> {
  const location = String((await begin(hub, sampler, file)).headers['location']);
  return { location, id: location.split('/').at(-1) ?? '' };
}
const rewritten = async (id: string, change: (info: string) => string) => writeFile(store('uploads', `${id}.json`), change(await readFile(store('uploads', `${id}.json`), 'utf8')));

/** Starts the hub anew and waits until it has looked through all uploads: one that comes last is placed. */
async function startedAnew(): Promise<void> {
  const last = testFile(`the last ${Math.random()}`);
  const { id } = await begun(last);
  const lastId = 'f'.repeat(32);
  await writeFile(store('uploads', `${lastId}.json`), (await readFile(store('uploads', `${id}.json`), 'utf8')).replaceAll(id, lastId));
  await writeFile(store('uploads', lastId), last.content);
  await rm(store('uploads', id));
  await rm(store('uploads', `${id}.json`));
  await hub.restart();
  await eventually(() => there(placeOf(last)), (placed) => placed);
}

it('an upload is its party’s alone, and what is no upload is told as one that is not there (取证, 5.2.4 a)', async () => {
  const { location, id } = await begun(testFile('another’s'));
  await rewritten(id, (info) => info.replace('"center"', '"another-center"'));
  const addresses = [location, `${location}.json`, `${evidencePath}/uploads/${'0'.repeat(32)}`, `${evidencePath}/uploads/none`, `${evidencePath}/uploads/..%2fuploads`];
  const told = await Promise.all(addresses.flatMap((address) => [askFiles(hub, sampler, 'DELETE', address), send(hub, sampler, address, 0, Buffer.from('x'))]));
  expect(new Set(told.map(({ status, body }) => `${status} ${body.toString()}`))).toEqual(new Set([expect.stringMatching(/^404 .*FILE_NOT_FOUND/)]));
  for (const address of addresses) expect((await askFiles(hub, sampler, 'HEAD', address)).status).toBe(404);
  expect(await there(store('uploads', `${id}.json`))).toBe(true);
});

it('no address leads out of the folder of uploads, also where something that looks like an upload lies beside it', async () => {
  const { id } = await begun(testFile('beside'));
  await writeFile(store('outside'), await readFile(store('uploads', id)));
  await writeFile(store('outside.json'), (await readFile(store('uploads', `${id}.json`), 'utf8')).replaceAll(id, '../outside'));
  for (const method of ['HEAD', 'DELETE'] as const) expect((await askFiles(hub, sampler, method, `${evidencePath}/uploads/..%2foutside`)).status).toBe(404);
  expect(await there(store('outside.json'))).toBe(true);
  await Promise.all([rm(store('outside')), rm(store('outside.json'))]);
});

it('an upload that cannot be looked at is not told as one that is not there', async () => {
  const { location, id } = await begun(testFile('out of reach'));
  await rm(store('uploads', id));
  await symlink(id, store('uploads', id));
  expect((await askFiles(hub, sampler, 'HEAD', location)).status).toBe(500);
  await rm(store('uploads', id));
});

it('an upload is no matter of pages from elsewhere', async () => {
  const { headers } = await begin(hub, sampler, testFile('from a page'), 'image/jpeg', { origin: 'https://elsewhere.example' });
  expect(headers['location']).toBeDefined();
  expect(headers['access-control-allow-origin']).toBeUndefined();
});

it('the folder of files is the hub’s alone', async () => {
  expect((await stat(store())).mode & 0o777).toBe(0o700);
});

describe('uploads are looked through', () => {
  it('without reading again what has been placed', async () => {
    const file = testFile('placed already');
    const { location, id } = await begun(file);
    expect((await send(hub, sampler, location, 0, file.content)).status).toBe(204);
    await rm(store('uploads', id));
    await writeFile(store('uploads', id), 'Placed already');
    await startedAnew();
    expect((await askFiles(hub, sampler, 'HEAD', location)).headers['upload-offset']).toBe(String(file.content.length));
  });

  it('while the hub serves already', async () => {
    const file = testFile('whole while the database was busy');
    const { id } = await begun(file);
    await writeFile(store('uploads', id), file.content);
    await hub.database.$transaction(async (tx) => {
      await tx.$executeRawUnsafe('LOCK TABLE kernel.stored_file IN ACCESS EXCLUSIVE MODE');
      await hub.restart();
      expect(await there(placeOf(file))).toBe(false);
    }, { timeout: 10_000 });
    await eventually(() => there(placeOf(file)), (placed) => placed);
  });
});

describe('a whole file that cannot be placed', () => {
  it('is told so, outlives its time, and is placed as soon as it can be', async () => {
    const file = testFile('whole, and nowhere to go');
    const obstacle = dirname(placeOf(file));
    await mkdir(dirname(obstacle), { recursive: true });
    await writeFile(obstacle, 'in the way');
    const { location, id } = await begun(file);
    expect(await send(hub, sampler, location, 0, file.content)).toMatchObject({ status: 503, code: 'FILE_NOT_PLACED' });
    expect((await askFiles(hub, sampler, 'HEAD', location)).status).toBe(503);
    await rewritten(id, (info) => info.replace(/"creation_date":"[^"]+"/, '"creation_date":"2026-01-01T00:00:00.000Z"'));
    await startedAnew();
    expect(await send(hub, sampler, location, file.content.length, Buffer.alloc(0))).toMatchObject({ status: 503, code: 'FILE_NOT_PLACED' });
    await rm(obstacle);
    const answer = await askFiles(hub, sampler, 'HEAD', location);
    expect([answer.status, answer.headers['upload-offset']]).toEqual([200, String(file.content.length)]);
    expect(await readFile(placeOf(file))).toEqual(file.content);
    await startedAnew();
    expect(await readdir(store('uploads'))).not.toContain(id);
  });
});

describe('an upload is refused', () => {
  it('where it is empty', async () => {
    expect(await begin(hub, sampler, testFile(''))).toMatchObject({ status: 400, code: 'FILE_EMPTY' });
  });

  it('where it does not say how long it is, or by which hash it is to be known', async () => {
    const headers = { 'upload-metadata': `filetype ${Buffer.from('image/jpeg').toString('base64')}` };
    expect(await askFiles(hub, sampler, 'POST', `${evidencePath}/uploads`, { ...headers, 'upload-length': '1' })).toMatchObject({ status: 400, code: 'FILE_HASH_MISSING' });
    expect(await askFiles(hub, sampler, 'POST', `${evidencePath}/uploads`, { ...headers, 'upload-defer-length': '1' })).toMatchObject({ status: 400, code: 'FILE_SIZE_MISSING' });
  });

  it('where what came has another hash than was told, by whichever algorithm', async () => {
    const { location } = await begun({ ...testFile('told'), hash: testFile('told otherwise').sm3 });
    expect(await send(hub, sampler, location, 0, Buffer.from('told'))).toMatchObject({ status: 422, code: 'FILE_HASH_DIFFERS' });
  });

  it('where its party would hold more than it may, with what it holds and has begun', async () => {
    const [file, next] = [testFile('one more'), testFile('and another')];
    const others = 1_099_511_627_776 - 20;
    const { location } = await begun(testFile('1234567890'));
    await hub.database.$executeRaw`
      INSERT INTO kernel.stored_file (party_id, hash, sm3, size, media_type, user_id, stored_at)
      SELECT 'center', 'sha-256:large', 'sm3:large', ${others}::float8::bigint - coalesce(sum(size), 0), 'video/mp4', 'u', now() FROM kernel.stored_file WHERE party_id = 'center'`;
    const held = await begin(hub, sampler, next);
    expect(held).toMatchObject({ status: 403, code: 'FILE_QUOTA_EXCEEDED' });
    await askFiles(hub, sampler, 'DELETE', location);
    await hub.database.$executeRaw`DELETE FROM kernel.stored_file WHERE hash = 'sha-256:large'`;
    expect((await begin(hub, sampler, file)).status).toBe(201);
  });

  it('counting what was placed once', async () => {
    const small = await subgraphUnderTest(monitoringCenterService, { variables: { EVIDENCE_PARTY_BYTES: '30' } });
    try {
      expect((await upload(small, sampler, testFile('of twenty bytes, so!'))).status).toBe(204);
      expect(await begin(small, sampler, testFile('eleven byte'))).toMatchObject({ status: 403, code: 'FILE_QUOTA_EXCEEDED' });
      expect((await begin(small, sampler, testFile('ten bytes.'))).status).toBe(201);
    } finally {
      await small.close();
    }
  });

  it('counting nothing that could not be begun', async () => {
    const small = await subgraphUnderTest(monitoringCenterService, { variables: { EVIDENCE_PARTY_BYTES: '30' } });
    try {
      await small.database.$executeRaw`ALTER TABLE kernel.upload_lock RENAME TO upload_lock_away`;
      expect((await begin(small, sampler, testFile('of twenty bytes, so!'))).status).toBe(500);
      await small.database.$executeRaw`ALTER TABLE kernel.upload_lock_away RENAME TO upload_lock`;
      expect((await begin(small, sampler, testFile('of twenty bytes, so!'))).status).toBe(201);
    } finally {
      await small.close();
    }
  });

  it('in the middle, where the disk has filled meanwhile', async () => {
    const file = testFile('begun in time');
    const { location } = await begun(file);
    const settings = hub.environment.files as { freeBytes: number };
    const { freeBytes } = settings;
    settings.freeBytes = 1_000_000_000_000_000;
    expect(await send(hub, sampler, location, 0, file.content)).toMatchObject({ status: 507, code: 'FILE_STORE_FULL' });
    settings.freeBytes = freeBytes;
    expect((await send(hub, sampler, location, 0, file.content)).status).toBe(204);
  });

  it('where the disk would have too little left', async () => {
    const full = await subgraphUnderTest(monitoringCenterService, { variables: { EVIDENCE_FREE_BYTES: '1000000000000000' } });
    try {
      expect(await begin(full, sampler, testFile('too much'))).toMatchObject({ status: 507, code: 'FILE_STORE_FULL' });
    } finally {
      await full.close();
    }
  });

  it('with a code and a reference where it cannot be written', async () => {
    const file = testFile('into a full disk');
    const { location, id } = await begun(file);
    await rm(store('uploads', id));
    await symlink('/dev/full', store('uploads', id));
    const answer = await send(hub, sampler, location, 0, file.content);
    expect(answer).toMatchObject({ status: 500, code: 'INTERNAL_SERVER_ERROR' });
    expect(answer.body.toString()).toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
    await rm(store('uploads', id));
  });
});

describe('a file that is named', () => {
  const file = testFile('0123456789');
  const get = (method: 'GET' | 'HEAD', headers = {}) => askFiles(hub, sampler, method, `${evidencePath}/${file.hash}`, headers);
  beforeAll(async () => {
    const [{ sampleId } = { sampleId: '' }] = await bought(hub, await issuedPlan(hub));
    await upload(hub, sampler, file);
    await act(hub, sampler, 'preserveEvidence', onSamples([sampleId], { ...evidence, files: [{ hash: file.hash, size: 10, mediaType: 'image/jpeg', name: 'a.jpg' }] }), 'id');
  });

  it('is given in the part that is asked for (RFC 9110 §14)', async () => {
    const part = async (range: string) => {
      const { status, body, headers } = await get('GET', { range });
      return [status, headers['content-range'], status === 206 ? body.toString() : undefined];
    };
    expect(await part('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234']);
    expect(await part('bytes=7-')).toEqual([206, 'bytes 7-9/10', '789']);
    expect(await part('bytes=-3')).toEqual([206, 'bytes 7-9/10', '789']);
    expect(await part('bytes=5-100')).toEqual([206, 'bytes 5-9/10', '56789']);
    expect(await get('GET', { range: 'bytes=10-' })).toMatchObject({ status: 416, code: 'FILE_RANGE_OUTSIDE', headers: { 'content-range': 'bytes */10' } });
    expect(await get('GET', { range: 'bytes=2-4', 'if-range': '"another"' })).toMatchObject({ status: 200, body: file.content });
    for (const whole of ['bytes=1-2,4-5', 'pages=1-2', 'bytes=4-2', 'bytes=-']) expect(await get('GET', { range: whole })).toMatchObject({ status: 200, body: file.content });
  });

  it('is told of without being opened (HEAD)', async () => {
    await rm(placeOf(file));
    expect(await get('HEAD')).toMatchObject({ status: 200, headers: { 'content-length': '10', 'content-type': 'image/jpeg', 'accept-ranges': 'bytes' } });
    expect(await get('GET')).toMatchObject({ status: 500, code: 'INTERNAL_SERVER_ERROR' });
    await writeFile(placeOf(file), file.content);
  });

  it('is not given where it was changed in the store: its reader is left without its end', async () => {
    await writeFile(placeOf(file), '012345678!');
    const answer = await get('GET').catch(() => undefined);
    expect(answer?.status ?? 500).toBe(500);
    await writeFile(placeOf(file), file.content);
    expect((await get('GET')).body).toEqual(file.content);
  });

  it('is not told as none where the rows that name it cannot be read', async () => {
    await hub.database.$executeRawUnsafe('ALTER TABLE evidence RENAME TO evidence_away');
    const answer = await get('GET').finally(() => hub.database.$executeRawUnsafe('ALTER TABLE evidence_away RENAME TO evidence'));
    expect(answer).toMatchObject({ status: 500, code: 'INTERNAL_SERVER_ERROR' });
    expect((await get('GET')).status).toBe(200);
  });

  it('is not given where its reading cannot be written to the audit log (5.4.3 d)', async () => {
    await hub.database.$executeRawUnsafe('ALTER TABLE kernel.audit_arrival RENAME TO audit_away');
    const answer = await get('GET').finally(() => hub.database.$executeRawUnsafe('ALTER TABLE kernel.audit_away RENAME TO audit_arrival'));
    expect(answer).toMatchObject({ status: 503, code: 'AUDIT_UNAVAILABLE' });
    expect((await get('GET')).status).toBe(200);
  });
});
