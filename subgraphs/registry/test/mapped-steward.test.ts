import { replaceParticipant } from '@hub/kernel/identity/membership-events.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { demoParticipants, demoUsersOf } from '@hub/prisma/seed/demo-participants.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RegistryDatabase } from '../src/repository/database.js';
import { newRegistryToken, registryTokenHash } from '../src/repository/registry-token.js';
import { registryService } from '../src/service.js';

let hub: SubgraphUnderTest<RegistryDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(registryService);
});
afterAll(() => hub.close());

it('a registry token that was issued in a role that a claim gave is in force while that mapping stands, and its issuer is trusted', async () => {
  const [center] = demoParticipants.filter(({ id }) => id === 'center');
  const token = newRegistryToken();
  const issued = { userId: 'center.1', partyId: 'center', role: 'DATA_STEWARD', at: new Date().toISOString(), roleMapping: 'm1' };
  await hub.database.registryToken.create({
    data: { id: 'token-1', subgraph: 'labs', name: 'CI', tokenHash: registryTokenHash(token), issued, issuedAt: new Date(), expiresAt: new Date(Date.now() + 60_000), holder: 'registry' },
  });
  const statusWith = async (issuer: string, id = 'm1') => {
    const roleMappings = [{ id, issuer, tokenClaim: 'groups', claimValue: 'stewards', role: 'DATA_STEWARD' }];
    await replaceParticipant(hub.database, { ...center!, state: 'ACTIVE', users: demoUsersOf(center!), roleMappings });
    return (await fetch(new URL('/registry/versions?first=1', hub.url), { headers: { authorization: `Bearer ${token}` } })).status;
  };
  expect([await statusWith('urn:hub:development-issuer'), await statusWith('https://elsewhere.example.cn'), await statusWith('urn:hub:development-issuer', 'm2')]).toEqual([200, 401, 401]);
});
