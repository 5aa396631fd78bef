import { fileURLToPath } from 'node:url';
import { settingName } from '@hub/kernel/service/subgraph-environment.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { SubgraphProcesses } from '@hub/kernel/testing/subgraph-processes.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { owners } from '@hub/prisma/owner.js';
import type { RegistryDatabase } from '@hub/registry/repository/database.js';
import { registryService } from '@hub/registry/service.js';
import { request } from 'undici';
import { afterAll, beforeAll, expect, it } from 'vitest';

/** Seconds between two reports of the gateway. */
const every = 3;

let registry: SubgraphUnderTest<RegistryDatabase>;
const gateways = new SubgraphProcesses(fileURLToPath(new URL('../../dist/main.js', import.meta.url)));
beforeAll(async () => {
  registry = await subgraphUnderTest(registryService);
}, 120_000);
afterAll(async () => {
  await gateways.killAll();
  await registry.close();
});

/** A gateway as a process of its own before the real registry. */
function startGateway() {
  const away = Object.fromEntries(owners.map((owner) => [`URL_${settingName(owner)}`, 'http://127.0.0.1:9']));
  const variables = { ...process.env, ...away, URL_REGISTRY: registry.url, HUB_DATA_DIR: registry.environment.dataDir, USAGE_REPORT_SECONDS: String(every) };
  return gateways.start({ ...registry.environment, owner: 'registry', peers: {}, variables }, { PORT: '0', LOG_LEVEL: 'warn' });
}

async function ask(url: string, name: string, times: number): Promise<void> {
  for (let asked = 0; asked < times; asked += 1) {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await registry.tokenOf('center')}` };
    const { body } = await request(new URL('/graphql', url), { method: 'POST', headers, body: JSON.stringify({ query: `query ${name} { region(code: "330100") { code } }` }) });
    expect(await body.json()).toEqual({ data: { region: { code: '330100' } } });
  }
}

/** What the registry has of an operation. */
async function kept(name: string): Promise<number> {
  const [row] = await registry.database.$queryRaw<{ requests: number }[]>`
    SELECT coalesce(sum(u.requests), 0)::float8 AS requests FROM operation_use u JOIN used_operation o ON o.id = u.operation_id WHERE o.name = ${name}`;
  return row?.requests ?? 0;
}

it('a gateway that is killed loses no more than it counted since its last report, and what it had told is there when it has started again, once', async () => {
  const first = await startGateway();
  await ask(first.url, 'Flushed', 5);
  await eventually(() => kept('Flushed'), (requests) => requests === 5);
  await ask(first.url, 'JustBefore', 3);
  await gateways.kill(first.child);
  expect(first.child.signalCode).toBe('SIGKILL');
  expect(await kept('Flushed')).toBe(5);

  const second = await startGateway();
  await ask(second.url, 'Flushed', 2);
  await eventually(() => kept('Flushed'), (requests) => requests === 7);
  // What was under way when it was killed the registry has taken by now, or never will.
  const told = await kept('JustBefore');
  expect(told).toBeLessThanOrEqual(3);
  // Nothing comes back of what was lost, and nothing comes twice.
  await ask(second.url, 'Then', 1);
  await eventually(() => kept('Then'), (requests) => requests === 1);
  expect([await kept('Flushed'), await kept('JustBefore')]).toEqual([7, told]);
}, 180_000);
