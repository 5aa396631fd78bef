import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegistryDatabase } from '../src/repository/database.js';
import { registryService } from '../src/service.js';

let hub: SubgraphUnderTest<RegistryDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(registryService);
});
afterAll(() => hub.close());

/** What comes of a question or an act at a plain address, by a data steward. */
async function ask(path: string, body?: object): Promise<{ readonly status: number; readonly code: unknown }> {
  const response = await fetch(new URL(path, hub.url), {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    headers: { authorization: `Bearer ${await hub.tokenOf('steward')}`, ...(body && { 'content-type': 'application/json' }) },
  });
  const { errors } = (await response.json()) as { errors?: readonly { readonly extensions: { readonly code: string } }[] };
  return { status: response.status, code: errors?.[0]?.extensions.code };
}

describe('what is asked at the registry’s plain addresses', () => {
  it('is answered as a fault where the registry is at fault', async () => {
    const rename = (from: string, to: string) => hub.database.$executeRawUnsafe(`ALTER TABLE ${from} RENAME TO ${to}`);
    await rename('schema_version', 'schema_version_away');
    const paths = ['/registry/versions', '/registry/versions/labs/1', '/registry/versions/labs/latest'];
    const faults = await Promise.all(paths.map((path) => ask(path))).finally(() => rename('schema_version_away', 'schema_version'));
    expect(faults).toEqual(paths.map(() => ({ status: 500, code: 'INTERNAL_SERVER_ERROR' })));
    expect((await ask('/registry/versions/labs/1')).status).toBe(200);
  }, 60_000);

  it.each([
    '/registry/versions/labs/99999999999', '/registry/versions/la%00bs/1', '/registry/versions?subgraph=%00', '/registry/versions?subgraph=labs&first=0', '/registry/proposals/%00', '/registry/exceptions?subgraph=%00',
    '/registry/operations/registered?client=%00', '/registry/usage?subgraph=%00', '/registry/usage?subgraph=labs&days=99999999999',
  ])('is answered as wrong where no number or name can be so: %s', async (path) => {
    expect(await ask(path)).toEqual({ status: 400, code: 'BAD_REQUEST' });
  });

  it('is answered as wrong where an act names a version that none can be', async () => {
    expect(await ask('/registry/promotions', { versionId: 'x', expectedVersion: 99_999_999_999, reason: 'back' })).toEqual({ status: 400, code: 'BAD_REQUEST' });
  });
});
