import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { bucketOfFiles } from './bucket-of-files.js';

/** What a bucket that speaks S3 answers to PutObject and GetObject; there is no well-kept S3-compatible server on npm. */
const objects = new Map<string, Buffer>();
/** Objects that the store has and does not give. */
const withheld = new Set<string>();
const lengths: (string | undefined)[] = [];
let server: FastifyInstance;
let endpoint: string;
let folder: string;
beforeAll(async () => {
  server = fastify({ forceCloseConnections: true });
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  server.put<{ Body: Buffer }>('/*', async ({ url, body, headers }, reply) => {
    if (!headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=an-id/')) return reply.code(403).send();
    lengths.push(headers['content-length']);
    objects.set(url.split('?')[0] ?? '', body);
    return reply.send();
  });
  server.get('/*', async ({ url, headers: { range } }, reply) => {
    if (withheld.has(url.split('?')[0] ?? '')) return reply.code(403).type('application/xml').send('<Error><Code>AccessDenied</Code></Error>');
    const object = objects.get(url.split('?')[0] ?? '');
    const [, start = 0, end = Infinity] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '')?.map(Number) ?? [];
    return object ? reply.code(range ? 206 : 200).type('application/octet-stream').send(object.subarray(start, end + 1)) : reply.code(404).type('application/xml').send('<Error><Code>NoSuchKey</Code></Error>');
  });
  endpoint = await server.listen({ host: '127.0.0.1', port: 0 });
  folder = await mkdtemp(join(tmpdir(), 'hub-bucket-'));
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'an-id');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'a secret');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

it('a bucket takes a whole file in under owner, party and hash, gives it back whole or in part, and says where it has none', async () => {
  const bucket = bucketOfFiles(`s3://evidence/a-hub?endpoint=${endpoint}&region=cn-east-1`, 'labs');
  const path = join(folder, 'whole');
  await writeFile(path, 'a whole file');
  const hash = `sha-256:ab${'0'.repeat(62)}`;
  await bucket.place(path, 'center', hash);
  expect([...objects.keys()]).toEqual([`/evidence/a-hub/labs/center/sha-256/ab/ab${'0'.repeat(62)}`]);
  // Stores take no body of unknown length.
  expect(lengths).toEqual(['12']);
  expect((await buffer(await bucket.open('center', hash))).toString()).toBe('a whole file');
  expect((await buffer(await bucket.open('center', hash, { start: 2, end: 6 }))).toString()).toBe('whole');
  await expect(bucket.open('another', hash)).rejects.toThrow();
  bucket.close();
});

it('what a bucket was given before owners had a place of their own is found where it lies', async () => {
  const bucket = bucketOfFiles(`s3://evidence/a-hub?endpoint=${endpoint}&region=cn-east-1`, 'labs');
  const value = `cd${'0'.repeat(62)}`;
  objects.set(`/evidence/a-hub/center/sha-256/cd/${value}`, Buffer.from('an older file'));
  expect((await buffer(await bucket.open('center', `sha-256:${value}`))).toString()).toBe('an older file');
  expect((await buffer(await bucket.open('center', `sha-256:${value}`, { start: 3, end: 7 }))).toString()).toBe('older');
  await expect(bucket.open('another', `sha-256:${value}`)).rejects.toThrow();
  bucket.close();
});

it('a bucket that does not give what lies in its place is at fault, and nothing is looked for elsewhere', async () => {
  const bucket = bucketOfFiles(`s3://evidence/a-hub?endpoint=${endpoint}&region=cn-east-1`, 'labs');
  const value = `ef${'0'.repeat(62)}`;
  withheld.add(`/evidence/a-hub/labs/center/sha-256/ef/${value}`);
  objects.set(`/evidence/a-hub/center/sha-256/ef/${value}`, Buffer.from('an older file'));
  await expect(bucket.open('center', `sha-256:${value}`)).rejects.toMatchObject({ name: 'AccessDenied' });
  bucket.close();
});
