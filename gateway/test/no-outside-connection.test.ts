import dns from 'node:dns';
import { request } from 'undici';
import { afterAll, expect, it, vi } from 'vitest';
import { gatewayUnderTest } from './gateway-under-test.js';
import { usersSubgraph } from './shop.js';

afterAll(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

it('the gateway looks up no host but those it is told of, whatever the machine is set to', async () => {
  const users = await usersSubgraph();
  // As on the machine of somebody who also works with Apollo's cloud, and has silenced nothing.
  vi.stubEnv('APOLLO_KEY', 'service:somebody:key');
  vi.stubEnv('APOLLO_GRAPH_REF', 'somebody@current');
  vi.stubEnv('APOLLO_TELEMETRY_DISABLED', undefined);
  const lookup = vi.spyOn(dns, 'lookup');
  const hosts = () => [...new Set(lookup.mock.calls.map(([host]) => host))];

  const hub = await gatewayUnderTest([users]);
  expect(await hub.ask('{ me { name } }')).toMatchObject({ status: 200 });
  await hub.close();
  await users.close();
  expect(hosts()).toEqual(['127.0.0.1']);
  await expect(request('http://outside.invalid')).rejects.toThrow();
  expect(hosts()).toContain('outside.invalid');
});
