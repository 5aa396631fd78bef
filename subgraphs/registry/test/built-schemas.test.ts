import { subgraphUnderTest, type Asker, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtSchemas } from '../src/repository/built-schemas.js';
import type { RegistryDatabase } from '../src/repository/database.js';
import { registryService } from '../src/service.js';

let hub: SubgraphUnderTest<RegistryDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(registryService);
});
afterAll(() => hub.close());

const { labs = '' } = builtSchemas;

async function post(name: string, body: object, asker: Asker = 'steward') {
  const response = await fetch(new URL(`/registry/${name}`, hub.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', authorization: `Bearer ${await hub.tokenOf(asker)}` },
    body: JSON.stringify(body),
  });
  return (await response.json()) as { id: string; version?: number; errors?: readonly { message: string; extensions: { code: string } }[] };
}
const published = async () => {
  const { errors } = await post('built', { reason: '升级' });
  return errors?.[0]?.extensions.code ?? 'published';
};
const inForce = async () => {
  const { contentHash, version } = await hub.database.schemaVersion.findFirstOrThrow({ where: { subgraph: 'labs' }, orderBy: { version: 'desc' } });
  return { version, sdl: (await hub.database.schemaText.findUniqueOrThrow({ where: { contentHash } })).sdl };
};
/** Has a text checked by one steward, approved by somebody, and published. */
async function decided(sdl: string, kind: string, approver: Asker): Promise<void> {
  const check = await post('checks', { subgraph: 'labs', sdl });
  await post('approvals', { checkId: check.id, kinds: [kind], reason: '同意' }, approver);
  const { version } = await inForce();
  expect(await post('publications', { subgraph: 'labs', sdl, expectedVersion: version, reason: '依决定' })).toMatchObject({ version: version + 1 });
}

describe('what comes with an edition of the hub', () => {
  const narrowed = labs.replace(/( {2}cnas: Accreditation @sharing\([^\n]*?kinds: \[[A-Z_, ]*), MERCHANT\]/, '$1]');
  const widened = labs.replace(/( {2}scope: [^\n]*?kinds: \[REGULATOR, MONITORING_CENTER)\]/, '$1, PLATFORM]');

  it('takes the place of what a steward has published where that closes and opens nothing', async () => {
    await post('publications', { subgraph: 'labs', sdl: `${labs}\n\n"A value (取值, 5.4.3 c)" enum Beside { A }`, expectedVersion: 1, reason: '新增' });
    expect([await published(), (await inForce()).sdl]).toEqual(['published', labs]);
  }, 60_000);

  for (const [what, sdl, kind, approver, back, backApprover] of [
    ['opens again what a steward has closed', narrowed, 'NARROWED', 'regulator-province', 'WIDENED', 'security'],
    ['closes again what a steward has opened', widened, 'WIDENED', 'security', 'NARROWED', 'regulator-province'],
  ] as const) {
    it(`${what} only as a check of its text was approved`, async () => {
      expect(sdl).not.toBe(labs);
      await decided(sdl, kind, approver);
      const refused = (await post('built', { reason: '升级' })).errors?.[0];
      expect([refused?.extensions.code, refused?.message]).toEqual(['SCHEMA_OF_STEWARD_CHANGED', expect.stringMatching(new RegExp(`for labs is ${back} against version .* at Lab\\.\\w+ first.*approved by`)) as unknown]);
      expect((await inForce()).sdl).toBe(sdl);
      const check = await post('checks', { subgraph: 'labs', sdl: labs });
      await post('approvals', { checkId: check.id, kinds: [back], reason: '同意' }, backApprover);
      expect([await published(), (await inForce()).sdl]).toEqual(['published', labs]);
    }, 60_000);
  }
});
