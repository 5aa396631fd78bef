import { randomUUID } from 'node:crypto';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { auditEntries } from '@hub/kernel/testing/audit-entries.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { askFiles, begin, send, testFile, upload, type TestFile } from '@hub/kernel/testing/hand-in-files.js';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monitoringCenterService } from '../src/service.js';
import { act, analyst, sampler, storekeeper, type Hub } from './acts.js';
import { confirmation, evidence, onSamples } from './sample-steps.js';
import { bought, issuedPlan } from './thread.js';

const evidencePath = '/evidence/monitoring-center';
let hub: Hub;
let sampleId: string;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService, { variables: { EVIDENCE_MAX_BYTES: '1000000' } });
  sampleId = (await bought(hub, await issuedPlan(hub)))[0]?.sampleId ?? '';
});
afterAll(() => hub.close());

const download = (asker: Parameters<typeof askFiles>[1], hash: string) => askFiles(hub, asker, 'GET', `${evidencePath}/${hash}`);
const named = ({ hash, content }: TestFile, hashAs = hash) => ({ files: [{ hash: hashAs, size: content.length, mediaType: 'image/jpeg', name: 'a.jpg' }] });
const preserve = (content: object, fields = 'id missingFiles') => act(hub, sampler, 'preserveEvidence', onSamples([sampleId], { ...evidence, ...content }), fields);
/** Whatever lies below the folder of files, by its place. */
async function kept(folder = 'files'): Promise<string[]> {
  const root = join(hub.environment.dataDir, 'evidence', 'monitoring-center', folder);
  return (await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])).filter((each) => each.isFile()).map(({ name }) => name);
}

describe('a file of evidence is handed in (取证, 5.2.4 a)', () => {
  it('whole, hashed by SHA-256 and SM3 while it comes, and lies under its content', async () => {
    const file = testFile('a photograph');
    const { status, headers } = await upload(hub, sampler, file);
    expect({ status, hash: headers['content-hash'], sm3: headers['content-hash-sm3'] }).toEqual({ status: 204, hash: file.hash, sm3: file.sm3 });
    expect(await kept()).toContain(file.hash.slice('sha-256:'.length));
  });

  it('under its SM3 too, and twice the same is kept once', async () => {
    const file = testFile('the same photograph');
    expect((await upload(hub, sampler, { ...file, hash: file.sm3 })).status).toBe(204);
    expect((await upload(hub, storekeeper, file)).status).toBe(204);
    expect((await kept()).filter((name) => name === file.hash.slice('sha-256:'.length))).toHaveLength(1);
    expect(await hub.database.$queryRaw<object[]>`SELECT party_id, size::int FROM kernel.stored_file WHERE hash = ${file.hash}`).toEqual([{ party_id: 'center', size: file.content.length }]);
  });

  it('in parts, and goes on where it was after the connection broke and after the hub fell', async () => {
    const file = testFile('in parts '.repeat(20_000));
    const { headers } = await begin(hub, sampler, file);
    const location = String(headers['location']);
    expect(location).toMatch(new RegExp(`^${evidencePath}/uploads/[0-9a-f]{32}$`));
    expect((await send(hub, sampler, location, 0, file.content.subarray(0, 50_000))).headers['upload-offset']).toBe('50000');
    await brokenOff(location, 50_000, file.content.subarray(50_000, 90_000));
    const before = await eventually(() => askFiles(hub, sampler, 'HEAD', location), ({ headers: { 'upload-offset': offset } }) => Number(offset) > 50_000);
    await hub.restart();
    const offset = Number((await askFiles(hub, sampler, 'HEAD', location)).headers['upload-offset']);
    expect(offset).toBe(Number(before.headers['upload-offset']));
    expect(await kept()).not.toContain(file.hash.slice('sha-256:'.length));
    expect((await send(hub, sampler, location, offset + 1, file.content.subarray(offset + 1))).status).toBe(409);
    const last = await send(hub, sampler, location, offset, file.content.subarray(offset));
    expect([last.status, last.headers['content-hash']]).toEqual([204, file.hash]);
    expect(await kept()).toContain(file.hash.slice('sha-256:'.length));
  });

  it('and one that was whole when the hub fell is placed at the next start', async () => {
    const file = testFile('whole, and then the power went');
    const { headers } = await begin(hub, sampler, file);
    const id = String(headers['location']).split('/').at(-1) ?? '';
    await writeFile(join(hub.environment.dataDir, 'evidence', 'monitoring-center', 'uploads', id), file.content);
    await hub.restart();
    await eventually(() => kept(), (names) => names.includes(file.hash.slice('sha-256:'.length)));
  });

  it('only as what it was told to be: another content, another type, too much, or without hash or size it is refused', async () => {
    const file = testFile('told');
    const other = await begin(hub, sampler, { ...file, hash: testFile('other').hash });
    const wrong = await send(hub, sampler, String(other.headers['location']), 0, file.content);
    expect([wrong.status, wrong.code]).toEqual([422, 'FILE_HASH_DIFFERS']);
    expect((await askFiles(hub, sampler, 'HEAD', String(other.headers['location']))).status).toBe(404);
    const refused = async (answer: ReturnType<typeof begin>) => [(await answer).status, (await answer).code];
    expect(await refused(begin(hub, sampler, file, 'application/x-msdownload'))).toEqual([415, 'FILE_TYPE_NOT_TAKEN']);
    expect(await refused(begin(hub, sampler, { ...file, hash: 'sha-256:1' }))).toEqual([400, 'FILE_HASH_MISSING']);
    expect(await refused(begin(hub, sampler, file, 'image/jpeg', { 'upload-length': '1000001' }))).toEqual([413, 'FILE_TOO_LARGE']);
    expect((await begin(hub, sampler, file, 'image/jpeg', { 'upload-length': '' })).status).toBe(400);
    const small = await begin(hub, sampler, file);
    expect((await send(hub, sampler, String(small.headers['location']), 0, Buffer.alloc(100))).status).toBe(413);
  });

  it('by those who name files here, each party its own: nobody else sees, continues or ends an upload', async () => {
    const file = testFile('begun by the sampler');
    for (const asker of ['platform-1', 'lab-1', 'regulator-province', 'auditor']) expect(await begin(hub, asker, file)).toMatchObject({ status: 403, code: 'FILE_UPLOAD_DENIED' });
    expect(await askFiles(hub, undefined, 'POST', `${evidencePath}/uploads`, { 'upload-length': '1' })).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    const location = String((await begin(hub, sampler, file)).headers['location']);
    const info = join(hub.environment.dataDir, 'evidence', 'monitoring-center', 'uploads', `${location.split('/').at(-1)}.json`);
    const theirs = (await import('node:fs/promises')).readFile(info, 'utf8').then((text) => writeFile(info, text.replace('"center"', '"another-center"')));
    await theirs;
    for (const answer of [askFiles(hub, sampler, 'HEAD', location), send(hub, sampler, location, 0, file.content), askFiles(hub, sampler, 'DELETE', location)]) expect((await answer).status).toBe(404);
    expect((await stat(info.replace(/\.json$/, ''))).size).toBe(0);
  });
});

describe('a file is given out (GET /evidence)', () => {
  it('to whoever may read a row that names it, as it was, and that stands in the audit log', async () => {
    const file = testFile('given out');
    await upload(hub, sampler, file);
    await preserve(named(file));
    for (const asker of [sampler, analyst, 'regulator-province']) {
      const answer = await download(asker, file.hash);
      expect([answer.status, answer.body.equals(file.content)]).toEqual([200, true]);
      expect(answer.headers).toMatchObject({ 'content-type': 'image/jpeg', 'content-disposition': 'attachment', 'x-content-type-options': 'nosniff', 'content-hash': file.hash, 'content-hash-sm3': file.sm3 });
    }
    const entries = await auditEntries(hub.database);
    const read = entries.filter(({ operation: { name } }) => name === 'NamedFiles');
    expect(read.at(-1)).toMatchObject({ party: 'regulator-province', rows: { center: { Evidence: 1 } } });
  });

  it('where a confirmation of its sample names it, too', async () => {
    const file = testFile('as it came');
    await upload(hub, sampler, file);
    const [{ sampleId: sample } = { sampleId: '' }] = await bought(hub, await issuedPlan(hub));
    await act(hub, sampler, 'confirmSample', onSamples([sample], { ...confirmation, photos: named(file).files }), 'id');
    expect((await download(analyst, file.hash)).body.equals(file.content)).toBe(true);
    for (const asker of ['platform-1', 'merchant-1', 'enterprise-1']) expect((await download(asker, file.hash)).status).toBe(404);
  });

  it('under its SM3 where the row names it so', async () => {
    const file = testFile('named by SM3');
    await upload(hub, sampler, file);
    await preserve(named(file, file.sm3));
    expect((await download('regulator-province', file.sm3)).body.equals(file.content)).toBe(true);
  });

  it('to nobody else: what is not open, not named, or not there is told alike', async () => {
    const [file, unnamed] = [testFile('not for all'), testFile('handed in and named by nobody')];
    await upload(hub, sampler, file);
    await upload(hub, sampler, unnamed);
    await preserve(named(file));
    const told = [
      ...(await Promise.all(['lab-1', 'platform-1', 'merchant-1', 'regulator-county', 'enterprise-1'].map((asker) => download(asker, file.hash)))),
      await download(sampler, unnamed.hash),
      await download(sampler, testFile('never seen').hash),
      await download(sampler, 'no-hash'),
    ];
    expect(new Set(told.map(({ status, body }) => `${status} ${body.toString()}`))).toEqual(new Set([expect.stringMatching(/^404 .*FILE_NOT_FOUND/)]));
    expect(await download(undefined, file.hash)).toMatchObject({ status: 401 });
  });

  it('and only as who named it has handed it in: another party’s copy is not given for a name', async () => {
    const file = testFile('of another centre');
    await hub.database.$executeRaw`
      INSERT INTO kernel.stored_file (party_id, hash, sm3, size, media_type, user_id, stored_at) VALUES ('another-center', ${file.hash}, ${file.sm3}, 1, 'image/jpeg', 'u', now())`;
    await preserve(named(file));
    expect(await download(sampler, file.hash)).toMatchObject({ status: 404, code: 'FILE_NOT_STORED' });
  });
});

describe('preserved evidence tells whether its files are in the store (存证)', () => {
  it('those that are not, until they are', async () => {
    const [there, missing] = [testFile('there'), testFile('not there yet')];
    await upload(hub, sampler, there);
    const [outcome] = await preserve({ files: [...named(there).files, ...named(missing).files] });
    expect(outcome?.value['missingFiles']).toEqual([missing.hash]);
    await upload(hub, sampler, missing);
    expect((await hub.ask(analyst, 'query ($id: ID!) { evidence(id: $id) { missingFiles } }', { id: outcome?.value.id })).data).toEqual({ evidence: { missingFiles: [] } });
  });

  it('and where the hub demands it, nothing is preserved without them', async () => {
    const strict = await subgraphUnderTest(monitoringCenterService, { variables: { EVIDENCE_FILES_REQUIRED: 'on' } });
    try {
      const [{ sampleId: sample } = { sampleId: '' }] = await bought(strict, await issuedPlan(strict));
      const file = testFile('demanded');
      const item = { idempotencyKey: randomUUID(), sampleId: sample, ...evidence, ...named(file) };
      const [refused] = await act(strict, sampler, 'preserveEvidence', [item], 'id');
      expect(refused?.refusal).toMatchObject({ code: 'EVIDENCE_NOT_STORED', field: 'files', message: expect.stringContaining(`${file.hash}`) });
      await upload(strict, sampler, file);
      expect((await act(strict, sampler, 'preserveEvidence', [item], 'id missingFiles'))[0]).toMatchObject({ refusal: null, value: { missingFiles: [] } });
    } finally {
      await strict.close();
    }
  });
});

/** Sends bytes of an upload and breaks the connection off before it says all that it announced. */
async function brokenOff(location: string, offset: number, bytes: Buffer): Promise<void> {
  const authorization = `Bearer ${await hub.tokenOf(sampler)}`;
  const headers = { authorization, 'tus-resumable': '1.0.0', 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream', 'content-length': String(bytes.length + 10_000) };
  await new Promise<void>((resolve) => {
    const sent = httpRequest(new URL(location, hub.url), { method: 'PATCH', headers });
    sent.on('error', () => resolve());
    sent.on('close', () => resolve());
    sent.write(bytes, () => setTimeout(() => sent.destroy(), 100));
  });
}
