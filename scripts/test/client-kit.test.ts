import { spawn, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { createServer, connect, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { clientCredentials, connectHub, graphql, provedKey, systemKey } from '@hub/client';
import { settingName } from '@hub/kernel/service/subgraph-environment.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { owners } from '@hub/prisma/owner.js';
import { demoIdentities } from '@hub/prisma/seed/demo-participants.js';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AskedHub } from '../src/asking/asked-hub.js';
import { performAct } from '../src/asking/perform-act.js';
import { takeThreadStep } from '../src/thread/thread-step.js';
import { threadState } from '../src/thread/thread-state.js';
import { thread } from '../src/thread/thread.js';
import { hubOnClones, type HubOnClones } from './hub-on-clones.js';
import { OpenidProvider } from './openid-provider.js';

const claimsOf = (identity: string, role: string, user = 1) => ({ sub: `${identity}.${user}`, party: demoIdentities.find(({ name }) => name === identity)?.partyId, role });
const secret = 's3cret';
const provider = new OpenidProvider({
  'platform-system': { secret, claims: claimsOf('platform-1', 'OFFICER'), lifetime: 300 },
  'center-system': { secret, claims: claimsOf('center', 'ANALYST'), lifetime: 3 },
});
const kit = fileURLToPath(new URL('../../gateway/client/', import.meta.url));

let hub: HubOnClones;
let folder: string;
let program: string;
beforeAll(async () => {
  await provider.start();
  hub = await hubOnClones(provider.settingsFor([...owners, 'gateway'], settingName));
  folder = await mkdtemp(join(tmpdir(), 'hub-partner-'));
  program = join(folder, 'integration.mjs');
  const [, example = ''] = /```ts\n(.*?)```/s.exec(await readFile(join(kit, 'README.md'), 'utf8')) ?? [];
  await build({
    stdin: { contents: example, loader: 'ts', resolveDir: kit },
    ...{ outfile: program, bundle: true, platform: 'node', format: 'esm', target: 'node20', conditions: ['hub-source'], logLevel: 'warning' },
    banner: { js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);` },
  });
}, 300_000);
afterAll(async () => {
  await hub?.close();
  await provider.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

/** The hub as the parties of the thread ask it. */
const asked = (): AskedHub => ({
  async ask({ identity, role, user = 1 }, query, variables = {}) {
    const known = demoIdentities.find(({ name }) => name === identity);
    const token = await provider.sign(claimsOf(identity, role ?? known?.defaultRole ?? '', user));
    const response = await fetch(`${hub.hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'accept-language': 'en' },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as { data: null }) };
  },
});

const run = () => {
  const env = { ...process.env, HUB_URL: hub.hub.url, ISSUER: provider.issuer, CLIENT_ID: 'platform-system', CLIENT_SECRET: secret };
  const child: ChildProcess = spawn(process.execPath, [program], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  };
  return { until: (text: string | RegExp) => eventually(() => Promise.resolve(printed), (all) => (typeof text === 'string' ? all.includes(text) : text.test(all))), stop, lines: () => printed.split('\n') };
};

describe('the integration of a partner, as it stands in the README', () => {
  const report = (n: number, more: object = {}) => ({
    ...{ idempotencyKey: `noticed-${n}`, centerId: 'center', productName: `电热水壶 ${n}`, hazardItem: '触电', hazardDescription: '漏电', observedOn: '2026-03-01' },
    ...{ scope: { units: 10, countries: ['China'], retailers: ['platform-1'] }, ...more },
  });

  it('is about thirty lines', async () => {
    const [, example = ''] = /```ts\n(.*?)```/s.exec(await readFile(join(kit, 'README.md'), 'utf8')) ?? [];
    expect(example.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(32);
  });

  it('reports, writes a file that the hub has signed, and follows; killed and started again it reports nothing twice and goes on behind what it had', async () => {
    await writeFile(join(folder, 'risks.jsonl'), [report(1), report(2, { centerId: 'nobody' }), report(3)].map((item) => JSON.stringify(item)).join('\n'));
    const first = run();
    await first.until('rows in monitoring-data.csv');
    const outcomes = first.lines().filter((line) => line.startsWith('noticed-'));
    expect(outcomes).toHaveLength(3);
    expect(outcomes[1]).toMatch(/^noticed-2 [A-Z_]+$/);
    expect(JSON.parse(await readFile(join(folder, 'monitoring-data.csv.manifest.json'), 'utf8'))).toMatchObject({ list: 'monitoringDataList', asker: { userId: 'platform-1.1' } });
    // It follows a moment after the file is there.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const catalogue = await asked().ask({ identity: 'platform-1' }, '{ listings(first: 2) { nodes { itemId } } }');
    const state = threadState('partner', 1, (catalogue.data?.['listings'] as unknown as { nodes: { itemId: string }[] }).nodes.map(({ itemId }) => itemId));
    for (const step of thread) await takeThreadStep(asked(), step, state);
    await first.until(/number: '/);
    await eventually(() => readFile(join(folder, 'cursor'), 'utf8').catch(() => ''), (cursor) => cursor !== '');
    await first.stop();
    const again = run();
    await again.until('rows in monitoring-data.csv');
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(again.lines().filter((line) => line.startsWith('noticed-'))).toEqual(outcomes);
    expect(again.lines().filter((line) => line.includes("number: '"))).toEqual([]);
    await again.stop();
  }, 300_000);
});

describe('a subscription that is followed', () => {
  const takeIn = graphql(`
    mutation ($items: [TakeInRiskInformationInput!]!) {
      takeInRiskInformation(items: $items) { outcomes { value { id } refusal { code } } }
    }`);
  const takenIn = graphql(`
    subscription ($after: String) {
      riskInformationTakenIn(after: $after, filter: { productName: "连续" }) { riskInformation { productName } }
    }`);
  const item = (n: number) => ({
    ...{ idempotencyKey: `followed-${n}`, channel: 'INTERNET' as const, productName: `连续 ${n}`, hazardItem: '触电', hazardDegree: 'HIGH' as const, observedOn: '2026-03-01' },
    ...{ scope: { units: 1, countries: ['China'], retailers: [] }, injuries: { hasInjuries: false, hasDeaths: false }, sourceRecord: { source: 'followed', key: String(n), content: '{}' } },
  });

  it('brings every event once and in order, though its tokens end and its connections break', async () => {
    const cut = await cuttable(Number(new URL(hub.hub.url).port));
    const credentials = { issuer: provider.issuer, clientId: 'center-system', clientSecret: secret };
    const through = connectHub({ url: cut.url, token: clientCredentials(credentials) });
    const direct = connectHub({ url: hub.hub.url, token: clientCredentials(credentials) });
    const stopping = new AbortController();
    const names: string[] = [];
    const following = (async () => {
      for await (const { data } of through.follow(takenIn, {}, { signal: stopping.signal, wait: 200 })) names.push(data.riskInformationTakenIn?.riskInformation.productName ?? '');
    })();
    // It stands when the first of these has come.
    const early = (n: number) => ({ ...item(100 + n), productName: `连续 预备 ${n}` });
    for (let n = 0; names.length === 0; n += 1) {
      for await (const { outcome } of direct.perform(takeIn, [early(n)])) expect(outcome.refusal).toBeNull();
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    const had = () => names.filter((name) => !name.includes('预备'));
    const expected = Array.from({ length: 12 }, (_each, n) => item(n).productName);
    for (let n = 0; n < 12; n += 1) {
      for await (const { outcome } of direct.perform(takeIn, [item(n)])) expect(outcome.refusal).toBeNull();
      if (n % 4 === 1) cut.now();
      await new Promise((resolve) => setTimeout(resolve, 700));
    }
    await eventually(() => Promise.resolve(had()), (come) => come.length >= expected.length);
    expect(had()).toEqual(expected);
    // While nothing happens its tokens end again and again, and it goes on.
    const given = provider.given.get('center-system') ?? 0;
    await eventually(() => Promise.resolve(provider.given.get('center-system') ?? 0), (since) => since >= given + 3);
    for await (const { outcome } of direct.perform(takeIn, [item(12)])) expect(outcome.refusal).toBeNull();
    await eventually(() => Promise.resolve(had()), (come) => come.at(-1) === item(12).productName);
    expect(provider.given.get('center-system')).toBeGreaterThan(3);
    stopping.abort();
    await following;
    await cut.close();
  }, 120_000);

  it('hands over nothing that is lost: an act that is denied as a whole is an error', async () => {
    const platform = connectHub({ url: hub.hub.url, language: 'en', token: clientCredentials({ issuer: provider.issuer, clientId: 'platform-system', clientSecret: secret }) });
    await expect(platform.perform(takeIn, [item(13)]).next()).rejects.toMatchObject({ name: 'HubError', code: 'ACT_NOT_PERMITTED' });
  });

  it('ends with the hub’s word where it is refused', async () => {
    const platform = connectHub({ url: hub.hub.url, language: 'en', token: clientCredentials({ issuer: provider.issuer, clientId: 'platform-system', clientSecret: secret }) });
    const moved = graphql('subscription ($after: String) { sampleMoved(after: $after) { sample { id } } }');
    await expect(platform.follow(moved, {}).next()).rejects.toMatchObject({ name: 'HubError', code: expect.stringMatching(/^SHARING_/) as string });
    await expect(platform.follow(takenIn, {}, { after: 'no cursor' }).next()).rejects.toMatchObject({ code: 'EVENT_CURSOR_INVALID' });
  });

  it('ends where its token is refused again and again', async () => {
    const nobody = connectHub({ url: hub.hub.url, token: () => Promise.resolve('no token') });
    await expect(nobody.follow(takenIn, {}, { wait: 10 }).next()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('what ends by itself', () => {
  const answering = async (answers: readonly ((variables: Record<string, unknown>) => string)[], type: string) => {
    const asked: Record<string, unknown>[] = [];
    const server = createHttpServer((request, response) => {
      void text(request).then((body) => {
        const { variables } = JSON.parse(body) as { variables: Record<string, unknown> };
        asked.push(variables);
        response.writeHead(200, { 'content-type': type }).end(answers[Math.min(asked.length, answers.length) - 1]?.(variables));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    return { hub: connectHub({ url: `http://127.0.0.1:${port}`, token: () => Promise.resolve('a token') }), asked, close: () => new Promise((resolve) => server.close(resolve)) };
  };

  it('is repeated for the items that were refused by it alone, and they stay in order', async () => {
    const takeIn = graphql('mutation ($items: [TakeInRiskInformationInput!]!) { takeInRiskInformation(items: $items) { outcomes { value { id } refusal { code } } } }');
    const outcomesOf = (codes: readonly (string | null)[]) => () => JSON.stringify({ data: { takeInRiskInformation: { outcomes: codes.map((code) => ({ value: null, refusal: code && { code } })) } } });
    const played = await answering([outcomesOf(['VALUE_INVALID', 'TRANSACTION_UNDONE', null, 'DATABASE_UNAVAILABLE']), outcomesOf([null, 'VALUE_REQUIRED'])], 'application/json');
    const codes: (string | undefined)[] = [];
    const items = ['a', 'b', 'c', 'd'].map((idempotencyKey) => ({ idempotencyKey })) as never[];
    for await (const { outcome } of played.hub.perform(takeIn, items, { patience: { times: 3, wait: 1 } })) codes.push(outcome.refusal?.code);
    expect(codes).toEqual(['VALUE_INVALID', undefined, undefined, 'VALUE_REQUIRED']);
    expect(played.asked).toEqual([{ items }, { items: [items[1], items[3]] }]);
    await played.close();
  });

  it('is told, and what was followed comes back with the cursor that the hub told, also before its first event', async () => {
    const takenIn = graphql('subscription ($after: String) { riskInformationTakenIn(after: $after) { kind } }');
    const stream = (result: object) => () => `event: next\ndata: ${JSON.stringify(result)}\n\nevent: complete\ndata:\n\n`;
    const interrupted = { data: null, errors: [{ message: 'stops', extensions: { code: 'SUBSCRIPTION_INTERRUPTED', after: 'as it began' } }] };
    const played = await answering([stream(interrupted), stream({ data: { riskInformationTakenIn: { kind: 'X' } }, extensions: { cursor: 'one' } })], 'text/event-stream');
    const breaks: unknown[] = [];
    const followed = played.hub.follow(takenIn, {}, { wait: 1, onBreak: (by) => breaks.push(by) });
    expect(await followed.next()).toMatchObject({ value: { cursor: 'one' } });
    expect(played.asked).toEqual([{ after: null }, { after: 'as it began' }]);
    expect(breaks).toMatchObject([{ code: 'SUBSCRIPTION_INTERRUPTED' }]);
    await followed.return(undefined);
    await played.close();

    const stopping = new AbortController();
    const untold = connectHub({ url: 'http://127.0.0.1:1', token: () => Promise.reject(new Error('no such issuer')) });
    const problems: unknown[] = [];
    const none = untold.follow(takenIn, {}, { wait: 1, signal: stopping.signal, onBreak: (by) => (problems.push(by), stopping.abort()) });
    expect(await none.next()).toMatchObject({ done: true });
    expect(problems).toMatchObject([{ message: 'no such issuer' }]);
  });
});

describe('a system that signs with a key of its own (系统密钥)', () => {
  it('is answered beside those that the provider vouches for, and no more once its party has revoked the key', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const [userId, administrator] = ['center.lims', { identity: 'administrator', role: 'SYSTEM_ADMINISTRATOR' }];
    const item = (more: object) => [{ idempotencyKey: randomUUID(), ...more }];
    await performAct(asked(), administrator, 'registerUser', item({ userId, name: '检验管理系统', roles: ['ANALYST', 'DATA_STEWARD'] }));
    const system = { privateJwk: privateKey.export({ format: 'jwk' }), userId, partyId: 'center', role: 'ANALYST' };
    const [issued] = await performAct(asked(), administrator, 'issueClientKey', item(await provedKey(system)));
    expect(issued?.refusal).toBeNull();
    const own = connectHub({ url: hub.hub.url, token: systemKey(system) });
    const viewer = graphql('{ viewer { userId role } }');
    const answers = () => own.ask(viewer, {}).then(({ data }) => data.viewer?.userId ?? 'nobody', ({ code }: { code?: string }) => code);
    await eventually(answers, (answer) => answer === userId);
    // For anybody else the gateway itself lets it in neither for what it answers alone nor for a subscription, which could go on beside those of whom it names.
    for (const named of [{ userId: 'center.1' }, { userId: 'platform-1.1', partyId: 'platform-1', role: 'OFFICER' }, { partyId: 'platform-1' }]) {
      const authorization = `Bearer ${await systemKey({ ...system, ...named })()}`;
      for (const [accept, query] of [['application/json', '{ __typename }'], ['text/event-stream', 'subscription { riskInformationTakenIn { cursor } }']] as const) {
        const { status } = await fetch(`${hub.hub.url}/graphql`, { method: 'POST', headers: { accept, authorization, 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
        expect(status, `${JSON.stringify(named)} ${accept}`).toBe(401);
      }
    }
    // What would outlive the key is not begun by it.
    const steward = connectHub({ url: hub.hub.url, token: systemKey({ ...system, role: 'DATA_STEWARD' }) });
    const issueToken = graphql('mutation ($items: [IssueRegistryTokenInput!]!) { issueRegistryToken(items: $items) { outcomes { refusal { code } } } }');
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
    const issuing = () => steward.ask(issueToken, { items: [{ idempotencyKey: 'token', subgraph: 'labs', name: 'CI', expiresAt }] }).then(({ data }) => data.issueRegistryToken?.outcomes[0]?.refusal?.code, ({ code }: { code?: string }) => code);
    expect(await eventually(issuing, (code) => code !== 'UNAUTHENTICATED')).toBe('REGISTRY_TOKEN_BY_SYSTEM');
    await performAct(asked(), administrator, 'revokeClientKey', item({ clientKeyId: issued?.value?.id, reason: '主机被入侵' }));
    await eventually(answers, (answer) => answer === 'UNAUTHENTICATED');
  });
});

/** A way to the hub that can be cut. */
async function cuttable(port: number) {
  const sockets = new Set<Socket>();
  const server: Server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const [one, other] of [[near, far], [far, near]] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy()).on('close', () => other.destroy()).pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const now = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  const { port: own } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${own}`,
    now,
    close: () => {
      now();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
