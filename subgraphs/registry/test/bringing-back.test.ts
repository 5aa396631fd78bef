import { randomUUID } from 'node:crypto';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtSchemas } from '../src/repository/built-schemas.js';
import type { RegistryDatabase } from '../src/repository/database.js';
import { registryService } from '../src/service.js';

let hub: SubgraphUnderTest<RegistryDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(registryService);
});
afterAll(() => hub.close());

const { platforms = '', labs = '' } = builtSchemas;
const hour = 3_600_000;

/** A version from before the one that came with the hub, which is the first. */
async function older(subgraph: string, version: number, sdl: string): Promise<string> {
  const contentHash = sha256(sdl);
  await hub.database.schemaText.upsert({ where: { contentHash }, create: { contentHash, sdl }, update: {} });
  const { id } = await hub.database.schemaVersion.create({ data: { id: randomUUID(), subgraph, version, publishedAt: new Date(0), contentHash, signature: 'a..b', attestation: 'a..b', reason: 'a test', holder: 'registry' } });
  return id;
}

/** What comes of a steward's bringing it back: the version that it is then, or why it is not done. */
async function broughtBack(versionId: string, expectedVersion: number): Promise<unknown> {
  const response = await fetch(new URL('/registry/promotions', hub.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await hub.tokenOf('steward')}` },
    body: JSON.stringify({ versionId, expectedVersion, reason: 'back' }),
  });
  const { version, errors } = (await response.json()) as { version?: number; errors?: { extensions: { code: string } }[] };
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
});

it('an older version whose terms would be lost on the way into the supergraph is brought back by nobody, whatever was approved once', async () => {
  const forgetful = labs.replace('@composeDirective(name: "@sharing")', '');
  expect(forgetful).not.toBe(labs);
  expect(await broughtBack(await older('labs', 0, forgetful), 1)).toBe('SCHEMA_NOT_GREEN');
}, 60_000);
