import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { composeServices } from '@apollo/composition';
import { createDevelopmentIssuer, mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { parse } from 'graphql';
import { request } from 'undici';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { smallSubgraph, type SmallSubgraph } from '../../gateway/test/small-subgraph.js';
import { runHub } from './start/run-hub.js';

const federation = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])';
const command = fileURLToPath(new URL('../bin/hub.mjs', import.meta.url));

let folder: string;
let file: string;
let subgraphs: SmallSubgraph[];
const children: ChildProcess[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-alone-'));
  file = join(folder, 'supergraph.graphql');
  subgraphs = await Promise.all([
    smallSubgraph('books', `${federation} type Query { book: Book } type Book @key(fields: "id") { id: ID! title: String }`, { Query: { book: () => ({ id: '1', title: 'one' }) } }),
    smallSubgraph('stars', `${federation} type Book @key(fields: "id") { id: ID! stars: Int }`, { Book: { __resolveReference: async (book: object) => ({ ...book, stars: 5 }) } }),
  ]);
  const composed = composeServices(subgraphs.map(({ name, url, typeDefs }) => ({ name, url: `${url}/graphql`, typeDefs: parse(typeDefs) })));
  await writeFile(file, composed.supergraphSdl ?? '');
});
afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => new Promise((resolve) => child.once('exit', resolve).kill('SIGTERM'))));
});
afterAll(async () => {
  await Promise.all(subgraphs.map((subgraph) => subgraph.close()));
  await rm(folder, { recursive: true });
});

/** Starts the gateway as a person would; its address is the first line that it prints. */
async function start(options: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<URL> {
  const child = spawn(process.execPath, [command, 'gateway', '--supergraph', file, '--port', '0', ...options], {
    env: { ...process.env, HUB_DATA_DIR: folder, ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('The gateway ended.')));
    createInterface(child.stdout).once('line', (line) => resolve(new URL(line)));
  });
}

async function ask(url: URL, headers: Readonly<Record<string, string>> = {}) {
  const body = JSON.stringify({ query: '{ book { title stars } }' });
  const answer = await request(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  return { status: answer.statusCode, ...((await answer.body.json()) as object) };
}
const book = { status: 200, data: { book: { title: 'one', stars: 5 } } };

describe('hub gateway', () => {
  it('serves any supergraph to everybody on this machine, and nobody else, when told not to ask who they are', async () => {
    const url = await start(['--insecure-no-auth'], { HOST: '0.0.0.0' });
    expect(await ask(url)).toEqual(book);
    expect(url.hostname).toBe('127.0.0.1');
    const outside = Object.values(networkInterfaces()).flatMap((each) => each ?? []).find(({ internal, family }) => !internal && family === 'IPv4');
    if (outside) await expect(request(`http://${outside.address}:${url.port}/health/live`)).rejects.toThrow('ECONNREFUSED');
  });

  it('asks for a token of the issuer otherwise', async () => {
    await createDevelopmentIssuer(folder);
    const token = await mintUserToken(folder, { userId: 'center.1', partyId: 'center', role: 'ANALYST' });
    const url = await start([]);
    expect(await ask(url)).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(await ask(url, { authorization: `Bearer ${token}` })).toEqual(book);
  });

  it('says what is wrong with the file', async () => {
    const missing = await runHub(['gateway', '--supergraph', join(folder, 'none.graphql'), '--insecure-no-auth']);
    expect(missing).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('none.graphql') });
    const other = join(folder, 'other.graphql');
    await writeFile(other, 'type Query { hello: String }');
    expect(await runHub(['gateway', '--supergraph', other, '--insecure-no-auth'])).toMatchObject({ code: 1, stderr: expect.stringContaining('no supergraph') });
  });
});
