import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signDetached } from '@hub/kernel/identity/detached-signature.js';
import { keyFile } from '@hub/kernel/identity/key-file.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SupergraphMissing } from '../src/supergraph/supergraph-missing.js';
import { SupergraphSource } from '../src/supergraph/supergraph-source.js';
import { gatewayUnderTest, type GatewayUnderTest } from './gateway-under-test.js';
import { playedRegistry, supergraphOf } from './played-registry.js';
import { productsSubgraph, usersSubgraph } from './shop.js';
import type { SmallSubgraph } from './small-subgraph.js';

let users: SmallSubgraph;
let products: SmallSubgraph;
let both: string;
let folder: string;
const running: GatewayUnderTest[] = [];
beforeAll(async () => {
  [users, products] = await Promise.all([usersSubgraph(), productsSubgraph()]);
  both = supergraphOf([users, products]);
});
afterAll(() => Promise.all([users.close(), products.close()]));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-supergraph-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((hub) => hub.close()));
  await rm(folder, { recursive: true });
});

/** A gateway that keeps its data in the folder; by default the registry delivers the users' part alone. */
async function start(settings: Parameters<typeof gatewayUnderTest>[1] = {}): Promise<GatewayUnderTest> {
  const hub = await gatewayUnderTest([users, products], { dataDir: folder, supergraph: supergraphOf([users]), ...settings });
  running.push(hub);
  return hub;
}
async function hindrances({ url }: GatewayUnderTest): Promise<object> {
  const answer = (await (await fetch(new URL('/health/ready', url))).json()) as { hindrances?: object };
  return answer.hindrances ?? {};
}
async function warnings({ url }: GatewayUnderTest): Promise<object> {
  const answer = (await (await fetch(new URL('/health/ready', url))).json()) as { warnings?: object };
  return answer.warnings ?? {};
}
const kept = () => join(folder, 'gateway', 'supergraph.json');
const titles = '{ products { title } }';
const nobody = 'http://127.0.0.1:9';

describe('the gateway and the registry', () => {
  it('swaps to a new supergraph within seconds, and asks with the tag of the one it has', async () => {
    const hub = await start();
    expect(await hub.ask(titles)).toMatchObject({ status: 400 });
    await eventually(async () => hub.registry.asked.unchanged, (times) => times > 0);
    await hub.registry.deliver(both);
    const answer = await eventually(() => hub.ask(titles), ({ status }) => status === 200);
    expect(answer.data).toMatchObject({ products: [{ title: 'product 1' }, {}, {}] });
  });

  it('part with a word: a gateway that stops says so of itself, and waits for no registry that does not listen', async () => {
    for (const listens of [true, false]) {
      const hub = await start();
      const { processes } = hub.registry;
      await eventually(async () => processes.told.size, (told) => told > 0);
      processes.listens = listens;
      running.splice(0);
      const begun = Date.now();
      await hub.close();
      expect([processes.left, Date.now() - begun < 5_000]).toEqual([listens ? [...processes.told] : [], true]);
    }
  });

  it('starts from the one kept on disk when the registry is down', async () => {
    await (await start({ supergraph: both })).close();
    running.splice(0);
    const hub = await start({ subgraphs: { registry: nobody } });
    expect(await hub.ask(titles)).toMatchObject({ status: 200, data: { products: [{}, {}, {}] } });
  });

  it('is ready with the one kept on disk when the registry, which may come up later, has said what is in force', async () => {
    const registryKey = keyFile(join(folder, 'registry.json'));
    await (await start({ registryKey })).close();
    running.splice(0);
    const { url, close } = await playedRegistry(registryKey);
    await close();
    const hub = await start({ subgraphs: { registry: url } });
    expect(await hub.ask('{ me { name } }')).toMatchObject({ status: 200 });
    expect(await hindrances(hub)).toMatchObject({ supergraph: expect.stringContaining('has not told yet') });

    const registry = await playedRegistry(registryKey, Number(new URL(url).port));
    // One that has nothing to deliver yet has not said what is in force.
    await eventually(async () => registry.asked.times, (times) => times > 0);
    expect(await hindrances(hub)).toHaveProperty('supergraph');
    await registry.deliver(both);
    await eventually(() => hindrances(hub), (found) => !('supergraph' in found));
    expect(await hub.ask(titles)).toMatchObject({ status: 200 });
    await registry.close();
  });

  it('takes the newer one at a start, not the one on disk, and keeps it', async () => {
    const registryKey = keyFile(join(folder, 'registry.json'));
    await (await start({ registryKey })).close();
    running.splice(0);
    const hub = await start({ registryKey, supergraph: both });
    expect(await hub.ask(titles)).toMatchObject({ status: 200 });
    await eventually(async () => (JSON.parse(await readFile(kept(), 'utf8')) as { sdl: string }).sdl, (sdl) => sdl === both);
  });
});

describe('a supergraph that the registry did not sign', () => {
  it('is refused while the gateway runs, and the one in force stays', async () => {
    const hub = await start();
    await hub.registry.deliver(both, keyFile(join(folder, 'thief.json')));
    const asked = hub.registry.asked.times;
    await eventually(async () => hub.registry.asked.times, (times) => times > asked + 1);
    expect(await hub.ask(titles)).toMatchObject({ status: 400 });
    expect(await hub.ask('{ me { name } }')).toMatchObject({ status: 200 });
    await hub.registry.deliver(both);
    await eventually(() => hub.ask(titles), ({ status }) => status === 200);
  });

  it('is refused at a start, also from a registry that shows keys of its own: the first keys are pinned', async () => {
    await (await start()).close();
    running.splice(0);
    // Another registry at the same address, complete with keys: the kept supergraph is used instead.
    const hub = await start({ supergraph: both });
    expect(await hub.ask(titles)).toMatchObject({ status: 400 });
    expect(await hub.ask('{ me { name } }')).toMatchObject({ status: 200 });
  });

  it('stops the start where none is kept, saying what to delete if the keys were changed on purpose', async () => {
    await (await start()).close();
    running.splice(0);
    await rm(kept());
    await expect(start({ supergraph: both })).rejects.toThrow(/delete .*registry-keys\.json/);
  });

  it('is not taken from the disk either', async () => {
    await (await start()).close();
    running.splice(0);
    await writeFile(kept(), JSON.stringify({ ...(JSON.parse(await readFile(kept(), 'utf8')) as object), sdl: both }));
    await expect(start()).rejects.toThrow(SupergraphMissing);
    await expect(readFile(kept())).rejects.toThrow('ENOENT');
  });
});

it('a signed supergraph that cannot be loaded leaves the one in force', async () => {
  const hub = await start();
  await hub.registry.deliver('type Query { not: Supergraph }');
  const asked = hub.registry.asked.times;
  await eventually(async () => hub.registry.asked.times, (times) => times > asked + 1);
  expect(await hub.ask('{ me { name } }')).toMatchObject({ status: 200 });
  expect(await warnings(hub)).toMatchObject({ supergraph: expect.stringContaining('cannot be loaded') as unknown });
  await hub.registry.deliver(both);
  await eventually(() => hub.ask(titles), ({ status }) => status === 200);
  expect(await warnings(hub)).toEqual({});
});

it('a signed supergraph that cannot be loaded stops no start where an earlier one is kept, and that is told until there is another', async () => {
  const registryKey = keyFile(join(folder, 'registry.json'));
  await (await start({ registryKey })).close();
  running.splice(0);
  const before = await readFile(kept(), 'utf8');
  const hub = await start({ registryKey, supergraph: 'type Query { not: Supergraph }' });
  expect(await hub.ask('{ me { name } }')).toMatchObject({ status: 200 });
  expect([await hindrances(hub), await warnings(hub)]).toMatchObject([{}, { supergraph: expect.stringContaining('an earlier one is served') as unknown }]);
  expect(await readFile(kept(), 'utf8')).toBe(before);
  await hub.registry.deliver(both);
  await eventually(() => hub.ask(titles), ({ status }) => status === 200);
  expect(await warnings(hub)).toEqual({});
});

it('a kept supergraph that cannot be loaded, as one of another version, stops one start and not the next', async () => {
  const registryKey = keyFile(join(folder, 'registry.json'));
  await (await start({ registryKey })).close();
  running.splice(0);
  const sdl = 'type Query { not: Supergraph }';
  await writeFile(kept(), JSON.stringify({ sdl, signature: await signDetached(await registryKey.key(), sdl) }));
  const { url, close } = await playedRegistry(registryKey);
  await close();
  await expect(start({ subgraphs: { registry: url } })).rejects.toThrow();
  await expect(readFile(kept())).rejects.toThrow('ENOENT');
  expect(await (await start({ registryKey })).ask('{ me { name } }')).toMatchObject({ status: 200 });
});

it('a gateway that finds neither registry nor disk says what to do', async () => {
  const registry = { supergraph: () => Promise.reject(new Error('connect ECONNREFUSED')), keys: () => Promise.reject(new Error()) };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const source = new SupergraphSource({ registry, dataDir: folder, log, patience: 0 });
  const start = source.initialize({ update: () => undefined });
  await expect(start).rejects.toThrow(SupergraphMissing);
  await expect(start).rejects.toThrow('Start the registry, or check URL_REGISTRY');
});
