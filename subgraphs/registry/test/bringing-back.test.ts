import { randomUUID } from 'node:crypto';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { Turns } from '../src/checking/turns.js';
import { builtSchemas } from '../src/repository/built-schemas.js';
import type { RegistryDatabase } from '../src/repository/database.js';
import { publishSchemas } from '../src/repository/publish-schemas.js';
import { registryKey } from '../src/repository/registry-key.js';
import { registryService } from '../src/service.js';

let hub: SubgraphUnderTest<RegistryDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(registryService);
});
afterAll(() => hub.close());

const { platforms = '', labs = '', regulator = '' } = builtSchemas;
const hour = 3_600_000;

/** A version from before the one that came with the hub, which is the first. */
async function older(subgraph: string, version: number, sdl: string): Promise<string> {
  const contentHash = sha256(sdl);
  await hub.database.schemaText.upsert({ where: { contentHash }, create: { contentHash, sdl }, update: {} });
  const { id } = await hub.database.schemaVersion.create({ data: { id: randomUUID(), subgraph, version, publishedAt: new Date(0), contentHash, signature: 'a..b', attestation: 'a..b', reason: 'a test', holder: 'registry' } });
  return id;
}

async function post(name: string, body: object, asker: Parameters<typeof hub.tokenOf>[0] = 'steward') {
  const response = await fetch(new URL(`/registry/${name}`, hub.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await hub.tokenOf(asker)}` },
    body: JSON.stringify(body),
  });
  return (await response.json()) as { id: string; version?: number; findings?: readonly object[]; errors?: readonly { extensions: { code: string; field: string | null } }[] };
}

/** What comes of a steward's bringing it back: the version that it is then, or why it is not done. */
async function broughtBack(versionId: string, expectedVersion: number): Promise<unknown> {
  const { version, errors } = await post('promotions', { versionId, expectedVersion, reason: 'back' });
  return version ?? errors?.[0]?.extensions.code;
}

describe('an older version that opens what was closed since (5.4.3 a)', () => {
  const wider = platforms.replace(/( {2}brand: String @sharing\([^\n]*?kinds: \[PLATFORM)\]/, '$1, PUBLIC]');
  const publishedAgo = (milliseconds: number) =>
    hub.database.schemaVersion.update({ where: { subgraph_version: { subgraph: 'platforms', version: 1 } }, data: { publishedAt: new Date(Date.now() - milliseconds) } });

  it('is a steward’s to bring back alone where that undoes what was published within a day, and no other', async () => {
    expect(wider).not.toBe(platforms);
    const [before, beforeThat] = [await older('platforms', 0, wider), await older('platforms', -1, wider)];
    await publishedAgo(hour);
    expect(await broughtBack(beforeThat, 1)).toBe('SCHEMA_NOT_GREEN');
    await publishedAgo(25 * hour);
    expect(await broughtBack(before, 1)).toBe('SCHEMA_NOT_GREEN');
    await publishedAgo(23 * hour);
    expect(await broughtBack(before, 1)).toBe(2);
  }, 60_000);

  it('is closed again by bringing back the narrower one as a regulator has approved, and not opened again within that day', async () => {
    const versionOf = async (version: number) => (await hub.database.schemaVersion.findUniqueOrThrow({ where: { subgraph_version: { subgraph: 'platforms', version } } })).id;
    expect(await broughtBack(await versionOf(1), 2)).toBe('SCHEMA_NOT_GREEN');
    const check = await post('checks', { subgraph: 'platforms', sdl: platforms });
    await post('approvals', { checkId: check.id, kinds: ['NARROWED'], reason: '依法收回' }, 'regulator-province');
    expect(await broughtBack(await versionOf(1), 2)).toBe(3);
    expect(await broughtBack(await versionOf(2), 3)).toBe('SCHEMA_NOT_GREEN');
  }, 60_000);
});

it('an older version whose terms would be lost on the way into the supergraph is brought back by nobody, whatever was approved once', async () => {
  const forgetful = labs.replace('@composeDirective(name: "@sharing")', '');
  expect(forgetful).not.toBe(labs);
  expect(await broughtBack(await older('labs', 0, forgetful), 1)).toBe('SCHEMA_NOT_GREEN');
}, 60_000);

describe('an older version that breaks clients by now', () => {
  const broken = labs.replace('lab(id: ID!)', 'lab(id: ID!, since: String!)');

  it('is brought back as another steward has approved, and not over an operation that was registered since', async () => {
    expect(broken).not.toBe(labs);
    const versionId = await older('labs', -1, broken);
    expect(await broughtBack(versionId, 1)).toBe('SCHEMA_NOT_GREEN');
    const check = await post('checks', { subgraph: 'labs', sdl: broken });
    await post('approvals', { checkId: check.id, kinds: ['BREAKING'], reason: '已停用' }, { identity: 'steward', user: 2 });
    const operation = await post('operations', { client: 'desk', body: 'query Accredited { lab(id: "lab-1") { id } }' });
    expect(await broughtBack(versionId, 1)).toBe('SCHEMA_NOT_GREEN');
    await post('operation-retirements', { operationId: operation.id, reason: '客户端已升级' });
    expect(await broughtBack(versionId, 1)).toBe(2);
  }, 60_000);
});

describe('a version that is retired (5.4.3 c)', () => {
  const refusal = async (name: string, body: object) => (await post(name, body)).errors?.map(({ extensions: { code, field } }) => `${code} ${field}`)[0];
  const retired = `${regulator}\n\n"A value (取值, 5.4.3 c)" enum Retired { A }`;
  const retiredFinding = expect.objectContaining({ kind: 'LINT', code: 'VERSION_RETIRED', severity: 'ERROR' }) as unknown;

  it('does not come into force again by a publication, a proposal or one that was made before; a check of its text says so', async () => {
    const proposal = { title: '提案', reason: '依据通知', changes: [{ subgraph: 'regulator', sdl: retired }] };
    const [{ id: proposalId }, versionId] = [await post('proposals', proposal), await older('regulator', 0, retired)];
    expect(await post('retirements', { versionId, reason: '误开' })).toMatchObject({ version: 0 });
    expect(await refusal('publications', { subgraph: 'regulator', sdl: retired, expectedVersion: 1, reason: '再发布' })).toBe('SCHEMA_VERSION_RETIRED sdl');
    expect(await refusal('proposals', proposal)).toBe('SCHEMA_VERSION_RETIRED changes.0.sdl');
    expect(await refusal('proposal-publications', { proposalId })).toBe('SCHEMA_VERSION_RETIRED proposalId');
    expect(await post('checks', { subgraph: 'regulator', sdl: retired })).toMatchObject({ status: 'REFUSED', findings: expect.arrayContaining([retiredFinding]) as unknown });
  }, 60_000);

  it('does not come into force again with an edition of the hub, at a start or by a steward', async () => {
    expect(await post('publications', { subgraph: 'regulator', sdl: `${regulator}\n\n"A value (取值, 5.4.3 c)" enum Instead { A }`, expectedVersion: 1, reason: '替代' })).toMatchObject({ version: 2 });
    const built = await hub.database.schemaVersion.findUniqueOrThrow({ where: { subgraph_version: { subgraph: 'regulator', version: 1 } } });
    await post('retirements', { versionId: built.id, reason: '作废' });
    expect(await refusal('built', { reason: '升级' })).toMatch(/^SCHEMA_VERSION_RETIRED/);
    // As if the version in force had come with an edition.
    await hub.database.schemaVersion.update({ where: { subgraph_version: { subgraph: 'regulator', version: 2 } }, data: { published: {} } });
    const check = () => Promise.reject(new Error('Nothing is to be composed here.'));
    const started = await publishSchemas(hub.database, builtSchemas, registryKey(hub.environment.dataDir), { check, standing: 'APPROVED' });
    expect(started).toMatchObject({ differing: expect.arrayContaining(['regulator']) as unknown, findings: [retiredFinding] });
    expect(started.published).not.toContain('regulator');
  }, 60_000);
});

it('an older version whose text is lost is brought back by nobody: that nobody expects, and it is answered as such, without what went wrong', async () => {
  const lost = { id: randomUUID(), subgraph: 'exchange', version: 0, publishedAt: new Date(0), contentHash: `sha-256:${'0'.repeat(64)}`, signature: 'a..b', attestation: 'a..b', reason: 'a test', holder: 'registry' };
  await hub.database.schemaVersion.create({ data: lost });
  const response = await fetch(new URL('/registry/promotions', hub.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await hub.tokenOf('steward')}` },
    body: JSON.stringify({ versionId: lost.id, expectedVersion: 1, reason: 'back' }),
  });
  const answer = await response.text();
  expect([response.status, answer]).toEqual([500, expect.stringContaining('INTERNAL_SERVER_ERROR') as unknown]);
  expect(answer).not.toMatch(/prisma|schema_text|SELECT/i);
});

it('an older version waits for the publication that is under way, and for no queue of others', async () => {
  const beside = (sdl = '') => `${sdl}\n\n"A value (取值, 5.4.3 c)" enum Beside { A }`;
  const versionId = await older('registry', 0, beside(builtSchemas['registry']));
  const done: unknown[] = [];
  const tell = async (name: string, answer: ReturnType<typeof post>) => void done.push((await answer).version === undefined ? await answer : name);
  const acts: Promise<void>[] = [];
  const turnAsked = vi.spyOn(Turns.prototype, 'unlessOvertaken');
  onTestFinished(() => turnAsked.mockRestore());
  for (const subgraph of ['monitoring-center', 'exchange']) {
    acts.push(tell(subgraph, post('publications', { subgraph, sdl: beside(builtSchemas[subgraph]), expectedVersion: 1, reason: 'a test' })));
    await eventually(async () => turnAsked.mock.calls.length, (count) => count >= acts.length);
  }
  await Promise.all([...acts, tell('brought back', post('promotions', { versionId, expectedVersion: 1, reason: 'back' }))]);
  expect(done).toEqual(['monitoring-center', 'brought back', 'exchange']);
}, 120_000);
