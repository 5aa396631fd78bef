import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { keptSupergraphFile } from '@hub/gateway/supergraph/kept-supergraph-file.js';
import { mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { demoIdentities } from '@hub/prisma/seed/demo-participants.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { decodeJwt } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startHubProcess, type HubProcess } from '../src/hub-process.js';
import { runHub } from './start/run-hub.js';

const loadedWhole = { recalls: 9818, listings: 9540 };
let folder: string;
let dataDir: string;
let outsideContacts: string;
const running: HubProcess[] = [];

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'whole-hub-')));
  await chmod(folder, 0o755); // as root, PostgreSQL runs under an account that has to reach its data
  dataDir = join(folder, 'data');
  outsideContacts = join(folder, 'outside-contacts');
  await writeFile(outsideContacts, '');
});
afterEach(async () => {
  for (const hub of running.splice(0)) await hub.kill();
});
afterAll(async () => {
  for (const { pid } of await leftBehind()) process.kill(pid, 'SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** In the order of a hub's life: each test goes on with the data of the one before. */
describe('a hub', () => {
  it('that is stopped while it loads its first data ends cleanly, and goes on at the next start', async () => {
    const cutOff = start({ cutOffAt: /Recalls .*: \d+ of 9818/ });
    await expect(cutOff).rejects.toThrow('exit code 0');
    expect(await leftBehind()).toEqual([]);

    const hub = await start();
    expect(hub.output().stderr).toMatch(/Recalls .*: 9818 read: \d+ taken, 0 updated, [1-9]\d* unchanged, 0 refused/);
    expect(await counts(hub)).toEqual(loadedWhole);
    await expectCleanStop(hub);
  });

  it('in one process tells where it is, as whom to try it, and a query that works when it is pasted', async () => {
    const hub = await start();
    const { stdout, stderr } = hub.output();
    expect(stderr, 'nothing is loaded again').not.toMatch(/Recalls|Listings|Participants|Labs/);
    for (const url of [hub.url, ...Object.values(hub.subgraphs)]) expect(stdout).toContain(`${url}/graphql`);
    const tokens = stdout.match(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/gm) ?? [];
    expect(tokens.map(partyOf), 'a token for each identity').toEqual(demoIdentities.map(({ partyId }) => partyId));

    const command = /^curl [\s\S]+?(?=\n\n)/m.exec(stdout)?.[0] ?? 'false';
    const pasted = await promisify(execFile)('sh', ['-c', command]);
    expect(JSON.parse(pasted.stdout)).toMatchObject({ data: { riskInformationList: { totalCount: expect.any(Number), nodes: { length: 3 } } } });
    expect(await counts(hub)).toEqual(loadedWhole);
    expect(await subscriptionFields(hub), 'what owners tell of stands in the one schema').toEqual(expect.arrayContaining(['exchangeEvents', 'riskInformationTakenIn', 'monitoringPlanIssued', 'commissionAnswered', 'platformHandlingMoved']));
    await expectCleanStop(hub);
  });

  it('refuses a second one on the same data, and names the first', async () => {
    const hub = await start();
    const second = await runHub(['start'], { PORT: '0', HUB_DATA_DIR: dataDir });
    expect(second).toMatchObject({ code: 1, stdout: '', stderr: `Process ${hub.pid} already runs a hub on ${dataDir}. Stop it first, or set HUB_DATA_DIR to another folder for a second hub.\n` });
    // Without a warning once all have heard the registry.
    const told = await eventually(() => runHub(['status'], { HUB_DATA_DIR: dataDir }), ({ stdout }) => !stdout.includes('warning'));
    expect(told).toMatchObject({ code: 0, stdout: expect.stringMatching(/^(\S+ +http:\S+ +ready\n){7}$/) });
    await expectCleanStop(hub);
    expect(await runHub(['status'], { HUB_DATA_DIR: dataDir })).toMatchObject({ code: 1, stderr: expect.stringContaining('npm start') });
  });

  it.each([false, true])('that keeps a supergraph of no use, as from another version, starts all the same (separate processes: %s)', async (separate) => {
    const kept = keptSupergraphFile(dataDir);
    await writeFile(kept, JSON.stringify({ ...(JSON.parse(await readFile(kept, 'utf8')) as object), signature: 'of another form' }));
    const hub = await start({ separate });
    expect(await counts(hub)).toEqual(loadedWhole);
    await expectCleanStop(hub);
  });

  it('in separate processes keeps the same data, and starts again whichever of them dies', async () => {
    const hub = await start({ separate: true });
    expect(await counts(hub)).toEqual(loadedWhole);
    const labs = (await leftBehind()).find(({ command }) => command.includes('subgraphs/labs'));
    process.kill(labs?.pid ?? 0, 'SIGKILL');
    await eventually(async () => hub.output().stderr, (text) => text.includes('labs listens again'));
    // It listens before it has heard the others, and is ready then.
    await eventually(() => runHub(['status'], { HUB_DATA_DIR: dataDir }), ({ code }) => code === 0);
    await expectCleanStop(hub);
  });

  it('whose own process is killed takes its children along, and starts again on the same port', async () => {
    const hub = await start({ separate: true });
    await hub.kill();
    const again = await start({ separate: true, variables: { PORT: new URL(hub.url).port } });
    expect(again.url).toBe(hub.url);
    expect(await counts(again)).toEqual(loadedWhole);
    await expectCleanStop(again);
  });

  it('keeps its secrets from other accounts', async () => {
    for (const file of ['mask-key', 'development-issuer.json', 'registry-key.json', 'audit-key.json']) {
      expect((await stat(join(dataDir, file))).mode & 0o077, file).toBe(0);
    }
  });

  it('looked up and called no host outside this machine in all of this', async () => {
    expect(await readFile(outsideContacts, 'utf8')).toBe('');
    const probe = ["import('node:dns').then((dns) => dns.lookup('outside.invalid', () => undefined))", "fetch('http://192.0.2.1', { signal: AbortSignal.timeout(50) }).catch(() => undefined)"];
    await promisify(execFile)(process.execPath, ['-e', probe.join(';')], { env: { ...process.env, ...observed() } });
    expect((await readFile(outsideContacts, 'utf8')).split('\n')).toEqual(expect.arrayContaining(['lookup outside.invalid', 'connect 192.0.2.1']));
  });
}, 180_000);

interface Options {
  readonly separate?: boolean;
  readonly cutOffAt?: RegExp;
  readonly variables?: Readonly<Record<string, string>>;
}

async function start({ variables, ...options }: Options = {}): Promise<HubProcess> {
  const hub = await startHubProcess({ dataDir, variables: { ...observed(), ...variables }, ...options });
  running.push(hub);
  return hub;
}

function observed(): Record<string, string> {
  const preload = new URL('./start/record-outside-contacts.mjs', import.meta.url).href;
  return { NODE_OPTIONS: `--import ${preload}`, OUTSIDE_CONTACTS: outsideContacts };
}

/** The party that a printed token names. */
function partyOf(token: string): unknown {
  return decodeJwt(token)['party'];
}

async function counts(hub: HubProcess): Promise<{ recalls: number; listings: number }> {
  const data = await ask<Record<'recalls' | 'listings', { totalCount: number }>>(hub, '{ recalls: riskInformationList(first: 1) { totalCount } listings(first: 1) { totalCount } }');
  return { recalls: data.recalls.totalCount, listings: data.listings.totalCount };
}

async function subscriptionFields(hub: HubProcess): Promise<string[]> {
  const { __schema: schema } = await ask<{ __schema: { subscriptionType: { fields: { name: string }[] } } }>(hub, '{ __schema { subscriptionType { fields { name } } } }');
  return schema.subscriptionType.fields.map(({ name }) => name);
}

async function ask<Data>(hub: HubProcess, query: string): Promise<Data> {
  const token = await mintUserToken(dataDir, { userId: 'platform-1.1', partyId: 'platform-1', role: 'OFFICER' });
  const answer = await fetch(new URL('/graphql', hub.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await answer.json()) as { data: Data; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

async function expectCleanStop(hub: HubProcess): Promise<void> {
  running.splice(running.indexOf(hub), 1);
  expect(await hub.stop()).toBe(0);
  expect(hub.output().stderr).toMatch(/Stopped\. .*\n$/);
  expect(await leftBehind()).toEqual([]);
}

async function leftBehind(): Promise<{ pid: number; command: string }[]> {
  const { leftBehind } = (await import(new URL('../bin/left-behind.mjs', import.meta.url).href)) as { leftBehind(folder: string): { pid: number; command: string }[] };
  return leftBehind(folder);
}
