import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signDetached } from '@hub/kernel/identity/detached-signature.js';
import { keyFile } from '@hub/kernel/identity/key-file.js';
import { operationsVariant } from '@hub/kernel/identity/signed-variants.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { describe, expect, it } from 'vitest';
import type { DeliveredOperations } from '../src/limits/operations/delivered-operations.js';
import { RegistryOperations } from '../src/limits/operations/registry-operations.js';

const log = { error: () => undefined } as never;
const away = async (): Promise<never> => { throw new Error('away'); };
const down = { operations: away, keys: away };

describe('a list of operations that is delivered', () => {
  const [first, second, third] = ['a', 'b', 'c'].map((code) => `{ region(code: "${code}") { code } }`) as [string, string, string];
  const listing = (listed: string) => ({ format: 'apollo-persisted-query-manifest', version: 1, operations: [{ id: 'id', body: listed, name: '', type: 'query' }] });
  const newKey = async () => {
    const key = keyFile(join(await mkdtemp(join(tmpdir(), 'hub-')), 'key.json'));
    await key.create();
    return key;
  };
  /** A gateway's list before a registry that delivers what it is told to. */
  const following = async (dataDir: string, key: Awaited<ReturnType<typeof newKey>>, delivered: DeliveredOperations) => {
    const told: { delivered: DeliveredOperations } = { delivered };
    const asked = { times: 0 };
    const registry = { operations: async () => ((asked.times += 1), told.delivered), keys: () => key.jwks() as never };
    const operations = await RegistryOperations.follow({ registry, dataDir, log, askEvery: 5 });
    /** Which is listed once it has heard of this one. */
    const hears = async (next: DeliveredOperations) => {
      told.delivered = next;
      const before = asked.times;
      await eventually(async () => asked.times, (times) => times > before + 1);
      return listed(operations);
    };
    return { operations, hears };
  };
  const listed = (operations: RegistryOperations) => [first, second, third].filter((text) => operations.current().has(text));

  it('is taken as the registry has signed it: not as another has, nor with another text, nor what it has signed as something else', async () => {
    const [dataDir, key, other] = [await mkdtemp(join(tmpdir(), 'hub-')), await newKey(), await newKey()];
    const signed = async (text: string, by = key, variant: string | undefined = operationsVariant) => ({ text, signature: await signDetached(await by.key(), text, variant) });
    const [one, next] = [first, second].map((text) => JSON.stringify(listing(text))) as [string, string];
    const { operations, hears } = await following(dataDir, key, await signed(one));
    expect(listed(operations)).toEqual([first]);
    const asSupergraph = { text: next, signature: await signDetached(await key.key(), next) };
    for (const forged of [await signed(next, other), { ...(await signed(one)), text: next }, asSupergraph, { text: next }]) expect(await hears(forged)).toEqual([first]);
    expect(await hears(await signed(next))).toEqual([second]);
    await operations.close();
  });

  it('that is not signed is taken of a registry of the version before, and never again once one that is signed was', async () => {
    const [dataDir, key] = [await mkdtemp(join(tmpdir(), 'hub-')), await newKey()];
    const before = await following(dataDir, key, { text: JSON.stringify(listing(first)) });
    expect(listed(before.operations)).toEqual([first]);
    const text = JSON.stringify(listing(second));
    expect(await before.hears({ text, signature: await signDetached(await key.key(), text, operationsVariant) })).toEqual([second]);
    const unsigned = { text: JSON.stringify(listing(third)) };
    expect(await before.hears(unsigned)).toEqual([second]);
    await before.operations.close();
    const anew = await following(dataDir, key, unsigned);
    expect(listed(anew.operations)).toEqual([second]);
    await anew.operations.close();
  });

  it('and was kept by a gateway of the version before is taken up beside a registry that is down; one that was signed, as it was signed', async () => {
    const [dataDir, key] = [await mkdtemp(join(tmpdir(), 'hub-')), await newKey()];
    const file = join(dataDir, 'gateway', 'operations.json');
    await mkdir(join(dataDir, 'gateway'));
    await writeFile(file, JSON.stringify(listing(first)));
    const alone = async () => {
      const operations = await RegistryOperations.follow({ registry: down, dataDir, log });
      await operations.close();
      return listed(operations);
    };
    expect(await alone()).toEqual([first]);
    const text = JSON.stringify(listing(second));
    const { operations } = await following(dataDir, key, { text, signature: await signDetached(await key.key(), text, operationsVariant) });
    await operations.close();
    expect(await alone()).toEqual([second]);
    await writeFile(file, JSON.stringify({ ...(JSON.parse(await readFile(file, 'utf8')) as object), text: JSON.stringify(listing(third)) }));
    expect(await alone()).toEqual([]);
    // Nor does what was signed, and is no longer what was signed, make room for what is not.
    const anew = await following(dataDir, key, { text: JSON.stringify(listing(third)) });
    expect(listed(anew.operations)).toEqual([]);
    await anew.operations.close();
  });
});
