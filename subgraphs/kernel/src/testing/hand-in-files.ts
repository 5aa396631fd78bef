import { createHash } from 'node:crypto';
import { request } from 'undici';
import { filesPath } from '../files/files-path.js';
import type { Asker, SubgraphUnderTest } from './subgraph-under-test.js';

/** A subgraph that takes files in. */
type Hub = Pick<SubgraphUnderTest<unknown>, 'tokenOf' | 'url' | 'environment'>;

/** A file as a test hands it in. */
export interface TestFile {
  readonly content: Buffer;
  readonly hash: string;
  readonly sm3: string;
}

export function testFile(text: string): TestFile {
  const content = Buffer.from(text);
  const hashed = (algorithm: string) => createHash(algorithm).update(content).digest('hex');
  return { content, hash: `sha-256:${hashed('sha256')}`, sm3: `sm3:${hashed('sm3')}` };
}

/** A file as an act names it. */
export function named({ hash, content }: Pick<TestFile, 'hash' | 'content'>): { hash: string; size: number; mediaType: string; name: null } {
  return { hash, size: content.length, mediaType: 'image/jpeg', name: null };
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  /** Of a refusal. */
  readonly code: string | undefined;
}

/** Asks an address of files as somebody would, at the owner or at another address that leads there. */
export async function askFiles(hub: Hub, asker: Asker | undefined, method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE', path: string, headers: Record<string, string> = {}, body?: Buffer, url = hub.url): Promise<Answered> {
  const authorization = asker === undefined ? {} : { authorization: `Bearer ${await hub.tokenOf(asker)}` };
  const response = await request(new URL(path, url), { method, headers: { 'accept-language': 'en', 'tus-resumable': '1.0.0', ...authorization, ...headers }, body: body ?? null });
  const read = Buffer.from(await response.body.arrayBuffer());
  return { status: response.statusCode, headers: response.headers, body: read, code: codeIn(read) };
}

function codeIn(body: Buffer): string | undefined {
  try {
    return (JSON.parse(body.toString()) as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code;
  } catch {
    return undefined;
  }
}

const inBase64 = (text: string) => Buffer.from(text).toString('base64');

/** Begins an upload; its address is the answer's `location`. */
export function begin(hub: Hub, asker: Asker, { content, hash }: Pick<TestFile, 'content' | 'hash'>, filetype = 'image/jpeg', headers: Record<string, string> = {}, url?: string): Promise<Answered> {
  const metadata = `hash ${inBase64(hash)},filetype ${inBase64(filetype)}`;
  return askFiles(hub, asker, 'POST', `${filesPath(hub.environment.owner)}/uploads`, { 'upload-length': String(content.length), 'upload-metadata': metadata, ...headers }, undefined, url);
}

/** Sends bytes of an upload from an offset on. */
export function send(hub: Hub, asker: Asker, location: string, offset: number, bytes: Buffer, url?: string): Promise<Answered> {
  return askFiles(hub, asker, 'PATCH', location, { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }, bytes, url);
}

/** Hands a file in, whole. */
export async function upload(hub: Hub, asker: Asker, file: TestFile, filetype?: string): Promise<Answered> {
  const { headers } = await begin(hub, asker, file, filetype);
  return send(hub, asker, String(headers['location']), 0, file.content);
}

/** The status with which each asker is answered who asks for a file. */
export async function statusesOf(hub: Hub, hash: string, askers: readonly Asker[]): Promise<number[]> {
  return Promise.all(askers.map(async (asker) => (await askFiles(hub, asker, 'GET', `${filesPath(hub.environment.owner)}/${hash}`)).status));
}
