import { join } from 'node:path';
import { readFile, writeFile } from 'node:fs/promises';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { verifyDetached } from '@hub/kernel/identity/detached-signature.js';
import { mintServiceToken, mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { keyFile } from '@hub/kernel/identity/key-file.js';
import { startSubgraph } from '@hub/kernel/service/start-subgraph.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { owners } from '@hub/prisma/owner.js';
import { statementsOf } from '@hub/kernel/testing/statements-of.js';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { CheckSchemas } from '@hub/schema/check/check-task.js';
import { finding } from '@hub/schema/check/schema-finding.js';
import { sdl as labsSdl } from '@hub/schema/generated/labs.js';
import { supergraphSdl } from '@hub/schema/generated/supergraph.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtSchemas } from '../src/repository/built-schemas.js';
import type { RegistryDatabase } from '../src/repository/database.js';
import type { KeyFile } from '@hub/kernel/identity/key-file.js';
import { publishSchemas, putBuiltSchemas } from '../src/repository/publish-schemas.js';
import { registryKey } from '../src/repository/registry-key.js';
import { registryService } from '../src/service.js';

let hub: SubgraphUnderTest<RegistryDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(registryService);
});
afterAll(() => hub.close());

/** Publishes as a start does that approves what comes with the hub; what the build has composed is not composed again. */
const start = async (schemas: Readonly<Record<string, string>>, key: KeyFile) => {
  const check = () => Promise.reject(new Error('Nothing is to be composed here.'));
  return (await publishSchemas(hub.database, schemas, key, { check, standing: 'APPROVED' })).published;
};

interface Version {
  id: string;
  subgraph: string;
  version: number;
  contentHash: string;
  sdl: string;
  signature: string;
  publishedAt: string;
}
const versions = `query ($filter: SchemaVersionFilter) { schemaVersions(first: 100, filter: $filter) {
  totalCount nodes { id subgraph version contentHash sdl signature publishedAt } } }`;
const listed = async (filter: object = {}) =>
  (await hub.ask<{ schemaVersions: { totalCount: number; nodes: Version[] } }>('lab-1', versions, { filter })).data.schemaVersions;

async function get(path: string, token?: string, headers: Record<string, string> = {}) {
  const response = await fetch(new URL(path, hub.url), {
    headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers },
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}
const publishedKeys = async () => JSON.parse((await get('/registry/keys')).text) as { keys: Record<string, string>[] };
const events = () =>
  hub.database.$queryRaw<{ receivers: string[]; payloads: Record<string, unknown> }[]>`
    SELECT receivers, payloads FROM kernel.event WHERE kind = 'SchemaPublished' ORDER BY position`;

describe('versions of the schema (5.4.3 c)', () => {
  it('begin at the first start with that of each subgraph and of the supergraph, signed so that anybody can verify', async () => {
    const { totalCount, nodes } = await listed();
    expect(totalCount).toBe(7);
    expect(nodes.map(({ subgraph, version }) => `${subgraph} ${version}`).sort()).toEqual(Object.keys(builtSchemas).map((name) => `${name} 1`).sort());
    const keys = await publishedKeys();
    for (const { subgraph, sdl, signature, contentHash } of nodes) {
      expect(sdl).toBe(builtSchemas[subgraph]);
      expect(contentHash).toMatch(/^sha-256:[0-9a-f]{64}$/);
      expect(await verifyDetached(keys, sdl, signature)).toBe(true);
    }
    expect(keys.keys).toEqual([expect.not.objectContaining({ d: expect.anything() as unknown })]);
    const told = await events();
    expect(told).toHaveLength(7);
    expect(told[0]?.receivers.toSorted()).toEqual(['exchange', 'labs', 'monitoring-center', 'platforms', 'regulator']);
    // The text goes to whose schema it is.
    expect(told.flatMap(({ payloads }) => Object.entries(payloads).filter(([, payload]) => 'sdl' in (payload as object)).map(([owner]) => owner)).sort()).toEqual(owners.toSorted());
  });

  it('stay as they are when the registry starts again with the same build, also twice at once', async () => {
    const again = await Promise.all([1, 2].map(() => startSubgraph(registryService, hub.environment)));
    for (const running of again) await running.close();
    expect((await listed()).totalCount).toBe(7);
    expect(await events()).toHaveLength(7);
  });

  it('count on where a schema has changed, latest first, and every owner is told', async () => {
    const key = registryKey(hub.environment.dataDir);
    const changed = { ...builtSchemas, labs: `${labsSdl}\n# changed` };
    expect((await Promise.all([1, 2, 3].map(() => start(changed, key)))).flat()).toEqual(['labs', 'supergraph']);
    const { nodes } = await listed({ subgraph: 'labs' });
    expect(nodes.map(({ version }) => version)).toEqual([2, 1]);
    const { id, contentHash } = nodes[0] as Version;
    expect((await events()).at(-2)?.payloads['regulator']).toEqual({ id, subgraph: 'labs', version: 2, contentHash });
    // Back to the first: again a version of its own.
    expect(await start(builtSchemas, key)).toEqual(['labs', 'supergraph']);
    const one = await hub.ask('regulator-city', 'query ($id: ID!) { schemaVersion(id: $id) { version sdl } }', { id });
    expect(one.data).toEqual({ schemaVersion: { version: 2, sdl: changed.labs } });
    expect((await listed({ subgraph: 'labs' })).nodes[0]).toMatchObject({ version: 3, sdl: labsSdl });
  });

  it('stay as they are where those of the hub cannot be checked, and the start goes on and says why', async () => {
    const key = registryKey(hub.environment.dataDir);
    const check = () => Promise.reject(new Error('The thread has ended.'));
    const changed = { ...builtSchemas, labs: `${labsSdl}\n# changed again` };
    const { id } = await hub.database.schemaVersion.findFirstOrThrow({ where: { subgraph: 'labs' }, orderBy: { version: 'desc' } });
    await hub.database.schemaVersion.update({ where: { id }, data: { signature: 'a..b' } });
    const { published, differing, findings } = await publishSchemas(hub.database, changed, key, { check, standing: 'CHECKED' });
    expect([published, differing, findings.map(({ severity, message }) => `${severity} ${message}`)]).toEqual([[], ['labs'], ['ERROR They could not be checked: The thread has ended.']]);
    // What else a start does for those in force is done all the same.
    expect((await hub.database.schemaVersion.findUniqueOrThrow({ where: { id } })).signature).not.toBe('a..b');
    const away: KeyFile = { ...key, key: () => Promise.reject(new Error('The key is away.')) };
    expect(await publishSchemas(hub.database, changed, away, { check, standing: 'APPROVED' })).toMatchObject({ published: [], differing: ['labs'], findings: [{ message: expect.stringContaining('The key is away.') as unknown }] });
  });

  it('are listed in as many statements for all as for one, and without reading their texts where nobody asks for them', async () => {
    const ask = async (selection: string, first: number) =>
      (await statementsOf(() => hub.ask('lab-1', `{ schemaVersions(first: ${first}) { nodes { ${selection} } } }`))).statements;
    expect((await ask('id sdl', 7)).length).toBe((await ask('id sdl', 1)).length);
    expect((await ask('id contentHash', 7)).every(({ sql }) => !sql.includes('schema_text'))).toBe(true);
  });

  it('are closed to merchants, with the refusal that says so', async () => {
    const answer = await hub.ask('merchant-1', versions);
    expect(answer.data).toEqual({ schemaVersions: null });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'SHARING_NOT_IN_AUDIENCE', coordinate: 'Query.schemaVersions' } }]);
  });

  it('are signed anew, and no version is made, where the key was lost', async () => {
    const path = join(hub.environment.dataDir, 'registry-key.json');
    const kept = await readFile(path);
    const other = keyFile(join(hub.environment.dataDir, 'other-key.json'));
    await other.create();
    expect(await start(builtSchemas, other)).toEqual([]);
    const [latest] = (await listed({ subgraph: 'supergraph' })).nodes;
    expect(await verifyDetached(await other.jwks(), supergraphSdl, latest?.signature ?? '')).toBe(true);
    await writeFile(path, kept);
    await start(builtSchemas, registryKey(hub.environment.dataDir));
  });
});

describe('the supergraph is delivered on the registry’s own port', () => {
  it('to every member and to the hub’s services, signed, with its hash as entity tag', async () => {
    const { dataDir } = hub.environment;
    const tokens = [await hub.tokenOf('merchant-1'), await mintServiceToken(dataDir, 'gateway')];
    for (const token of tokens) {
      const answer = await get('/registry/supergraph', token);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
      expect(answer.text).toBe(supergraphSdl);
      expect(answer.headers.get('x-hub-version')).toBe('3');
      expect(await verifyDetached(await publishedKeys(), answer.text, answer.headers.get('x-hub-signature') ?? '')).toBe(true);
    }
  });

  it('only once to who has it already', async () => {
    const token = await hub.tokenOf('center');
    const etag = (await get('/registry/supergraph', token)).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"sha-256:[0-9a-f]{64}"$/);
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const answer = await get('/registry/supergraph', token, { 'if-none-match': tag });
      expect([answer.status, answer.text, answer.headers.get('etag')]).toEqual([304, '', etag]);
    }
    expect((await get('/registry/supergraph', token, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('to who waits with what he has, when there is another and not before', async () => {
    const token = await hub.tokenOf('center');
    const waits = async (seconds: number) => {
      const etag = (await get('/registry/supergraph', token)).headers.get('etag') ?? '';
      return { etag, answer: get(`/registry/supergraph?wait=${seconds}`, token, { 'if-none-match': etag }) };
    };
    expect((await (await waits(1)).answer).status).toBe(304);
    const { etag, answer } = await waits(20);
    const changed = { ...builtSchemas, platforms: `${builtSchemas['platforms']}\n# awaited` };
    const check: CheckSchemas = async () => ({ findings: [], green: true, supergraphSdl: `${supergraphSdl}\n# awaited` });
    await publishSchemas(hub.database, changed, registryKey(hub.environment.dataDir), { check, standing: 'CHECKED' });
    const told = await answer;
    expect([told.status, told.text, told.headers.get('etag') === etag]).toEqual([200, `${supergraphSdl}\n# awaited`, false]);
    await start(builtSchemas, registryKey(hub.environment.dataDir));
  });

  it('to nobody without a valid token of the hub', async () => {
    const stranger = await mintUserToken(hub.environment.dataDir, { userId: 'nobody', partyId: 'center', role: 'ANALYST' });
    const expired = await mintServiceToken(hub.environment.dataDir, 'gateway', '-1h');
    for (const token of [undefined, 'no.token.atall', stranger, expired]) {
      const answer = await get('/registry/supergraph', token);
      expect(answer.status).toBe(401);
      expect(JSON.parse(answer.text)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
  });
});

describe('what was in force and what runs', () => {
  it('is told as of any time, of a subgraph and of the supergraph', async () => {
    const versions = await hub.database.schemaVersion.findMany({ where: { subgraph: 'labs' }, orderBy: { version: 'asc' } });
    const at = versions.find(({ version }) => version === 2)?.publishedAt.toISOString() ?? '';
    const { data } = await hub.ask('lab-1', `{ then: schemaVersionAsOf(subgraph: "labs", at: "${at}") { version } before: schemaVersionAsOf(subgraph: "supergraph", at: "2020-01-01T00:00:00Z") { version } now: schemaVersionAsOf(subgraph: "labs", at: "${new Date().toISOString()}") { version } }`);
    expect(data).toEqual({ then: { version: 2 }, before: null, now: { version: versions.at(-1)?.version } });
    const shown = await fetch(new URL(`/registry/versions/labs/latest?at=${encodeURIComponent(at)}`, hub.url), { headers: { authorization: `Bearer ${await hub.tokenOf('lab-1')}` } });
    const page = async (first: number) => (await get(`/registry/versions?first=${first}`, await hub.tokenOf('lab-1'))).status;
    expect([await page(500), await page(501)]).toEqual([200, 400]);
    expect([shown.status, await shown.json()]).toMatchObject([200, { version: 2, sdl: expect.stringContaining('type Lab') as unknown }]);
  });

  it('is told by each service itself, and read by data stewards alone', async () => {
    const told = { instance: '0190c0de-0000-4000-8000-000000000001', contentHash: sha256(supergraphSdl), builtHash: null, differing: null };
    const ask = async (header: string, token: string) => (await fetch(new URL('/registry/supergraph', hub.url), { headers: { authorization: `Bearer ${token}`, 'x-hub-running-schema': header } })).status;
    const gateway = await mintServiceToken(hub.environment.dataDir, 'gateway');
    expect(await ask(JSON.stringify(told), gateway)).toBe(200);
    // What cannot be read tells nothing, and who is no service tells nothing.
    for (const header of ['{', '[]', JSON.stringify({ ...told, instance: 'x' })]) expect(await ask(header, gateway)).toBe(200);
    expect(await ask(JSON.stringify({ ...told, instance: '0190c0de-0000-4000-8000-000000000002' }), await hub.tokenOf('lab-1'))).toBe(200);
    const running = '{ runningSchemas { service instance subgraph version current differing } }';
    const { data } = await hub.ask<{ runningSchemas: { service: string }[] }>('steward', running);
    expect(data.runningSchemas.filter(({ service }) => service === 'gateway')).toEqual([{ service: 'gateway', instance: told.instance, subgraph: 'supergraph', version: expect.any(Number) as unknown, current: expect.any(Boolean) as unknown, differing: null }]);
    // The registry enforces terms, too, and reads its own log.
    expect(data.runningSchemas).toContainEqual(expect.objectContaining({ service: 'registry', subgraph: 'registry', current: true, differing: 0 }));
    for (const other of ['lab-1', 'center', 'regulator-province']) expect((await hub.ask(other, running)).data).toEqual({ runningSchemas: null });
    const shown = async () => (await hub.ask<{ runningSchemas: { service: string }[] }>('steward', running)).data.runningSchemas.some(({ service }) => service === 'gateway');
    const heard = (secondsAgo: number) => hub.database.runningSchema.updateMany({ where: { service: 'gateway' }, data: { heardAt: new Date(Date.now() - secondsAgo * 1000) } });
    // One that was killed says nothing more: it is told for as long as it might only wait for news.
    await heard(46);
    expect(await shown()).toBe(false);
    await heard(30);
    expect(await shown()).toBe(true);
    // One that stops says so, and of itself alone.
    const leave = async (token: string) => (await fetch(new URL(`/registry/running/${told.instance}`, hub.url), { method: 'DELETE', headers: { authorization: `Bearer ${token}` } })).status;
    expect([await leave(await hub.tokenOf('steward')), await leave(await mintServiceToken(hub.environment.dataDir, 'labs')), await shown()]).toEqual([403, 204, true]);
    expect([await leave(gateway), await shown()]).toEqual([204, false]);
  });

  it('is told no more of a registry that has stopped, which tells itself while it still listens', async () => {
    const registries = async () => {
      const { data } = await hub.ask<{ runningSchemas: { service: string; instance: string }[] }>('steward', '{ runningSchemas { service instance } }');
      return data.runningSchemas.flatMap(({ service, instance }) => (service === 'registry' ? [instance] : []));
    };
    const [before] = await eventually(registries, ({ length }) => length === 1);
    await hub.restart();
    const after = await eventually(registries, (instances) => instances.some((instance) => instance !== before));
    expect(after).toEqual([expect.not.stringContaining(String(before))]);
  });

  it('is told to subscribers when it is published', async () => {
    const held = await hub.subscribe<{ schemaPublished: { kind: string; schemaVersion: { subgraph: string; version: number } } }>('lab-1', `subscription { schemaPublished(after: ${JSON.stringify(await hub.cursorOfNow())}, filter: { subgraph: "platforms" }) { kind schemaVersion { subgraph version } } }`);
    const key = registryKey(hub.environment.dataDir);
    await start({ ...builtSchemas, platforms: `${builtSchemas['platforms']}\n# told` }, key);
    const [told] = await held.until(1);
    expect(told?.data).toEqual({ schemaPublished: { kind: 'SchemaPublished', schemaVersion: { subgraph: 'platforms', version: expect.any(Number) as unknown } } });
    await start(builtSchemas, key);
    await held.leave();
  });
});

describe('the schemas that come with the hub', () => {
  it('that pass are published where others of the hub do not, and what nobody may approve is published by nobody', async () => {
    const key = registryKey(hub.environment.dataDir);
    const changed = { ...builtSchemas, labs: `${labsSdl}\n# red`, regulator: `${builtSchemas['regulator']}\n# green` };
    const red = (kind: 'TERMS_LOST' | 'LINT') => finding({ kind, code: kind, owners: ['labs'], message: { en: 'It is red.', 'zh-CN': '有错误。' } });
    const checks = (kind: 'TERMS_LOST' | 'LINT'): CheckSchemas => async ({ candidates }) =>
      'labs' in candidates ? { findings: [red(kind)], green: false, supergraphSdl } : { findings: [], green: true, supergraphSdl: `${supergraphSdl}\n# green` };
    expect(await publishSchemas(hub.database, changed, key, { check: checks('LINT'), standing: 'CHECKED' })).toMatchObject({ published: ['regulator', 'supergraph'], differing: ['labs'], findings: [{ message: 'It is red.' }] });
    expect((await listed({ subgraph: 'regulator' })).nodes[0]).toMatchObject({ version: 2, sdl: changed.regulator });
    await start(builtSchemas, key);
    // With a subgraph beside those of the build, what is approved is composed anew, too.
    const { platforms, ...fewer } = builtSchemas;
    const approved = (kind: 'TERMS_LOST' | 'LINT') => publishSchemas(hub.database, { ...fewer, labs: changed.labs }, key, { check: checks(kind), standing: 'APPROVED' });
    expect(platforms).toBeDefined();
    expect((await approved('TERMS_LOST')).published).toEqual([]);
    expect((await approved('LINT')).published).toEqual(['labs', 'supergraph']);
    await start(builtSchemas, key);
  });

  it('follow the next edition also where a steward has published the one before', async () => {
    const key = registryKey(hub.environment.dataDir);
    const edition = { ...builtSchemas, labs: `${labsSdl}\n# by a steward` };
    const check = () => Promise.reject(new Error('Nothing is to be composed here.'));
    const actor = { userId: 'steward.1', partyId: 'center', role: 'DATA_STEWARD' };
    await inUnitOfWork(hub.database, { owner: 'registry', at: new Date(), actor, causedBy: [] }, (unit) => putBuiltSchemas(unit, edition, key, { check, standing: 'BY_STEWARD', reason: '升级' }));
    expect((await listed({ subgraph: 'labs' })).nodes[0]?.sdl).toBe(edition.labs);
    expect(await start(builtSchemas, key)).toEqual(['labs', 'supergraph']);
  });
});
