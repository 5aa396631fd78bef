import type { ClientKey } from '@hub/kernel/identity/client-keys.js';
import type { Membership } from '@hub/kernel/identity/membership.js';
import { clientKeysPath, publishedClientKeys } from '@hub/kernel/identity/published-client-keys.js';
import fastify, { type FastifyInstance } from 'fastify';
import { exportJWK, generateKeyPair } from 'jose';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { clientKeysRoute } from './client-keys-route.js';

let server: FastifyInstance;
let reads = 0;
beforeAll(async () => {
  const publicJwk = await exportJWK((await generateKeyPair('EdDSA', { extractable: true })).publicKey);
  const key = (id: string, until: number | null): ClientKey => ({ id, publicJwk, until: until === null ? null : new Date(until).toISOString(), userId: 'center.lims', partyId: 'center' });
  const clientKeys = [key('in-force', null), key('beside', Date.now() + 3_600_000), key('past', Date.now() - 1)];
  server = fastify();
  server.addHook('onRequest', async () => void (reads += 1));
  clientKeysRoute(server, { clientKeys } as unknown as Membership);
  await server.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => vi.useRealTimers());
afterAll(() => server.close());
const address = () => `http://127.0.0.1:${(server.server.address() as { port: number }).port}`;

it('publishes the keys that count, with nobody’s name', async () => {
  const { body } = await server.inject(clientKeysPath);
  expect((JSON.parse(body) as { keys: { kid: string }[] }).keys.map(({ kid }) => kid)).toEqual(['in-force', 'beside']);
  expect(body).not.toMatch(/center|lims/);
});

it('is read by gateways that learn by it whom a key signs for, whatever unknown keys they are asked for, and while it cannot be asked', async () => {
  const at = address();
  const keys = publishedClientKeys(at);
  const ask = (kid: string | undefined, alg = 'EdDSA') => keys!({ alg, ...(kid !== undefined && { kid }) });
  reads = 0;
  const found = await ask('in-force');
  expect(found?.signsFor({ userId: 'center.lims', partyId: 'center' })).toBe(true);
  for (const [userId, partyId] of [['center.1', 'center'], ['center.lims', 'lab-1'], ['', ''], ['s', 'center\ncenter.lim']] as const) expect(found?.signsFor({ userId, partyId })).toBe(false);
  for (let n = 0; n < 50; n += 1) expect(await ask(`unknown-${n}`)).toBeUndefined();
  expect(await ask(undefined)).toBeUndefined();
  expect(await ask('past')).toBeUndefined();
  expect(await ask('in-force', 'ES256')).toBeUndefined();
  expect(reads).toBeLessThan(10);
  await server.close();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
  expect((await ask('in-force'))?.signsFor({ userId: 'center.lims', partyId: 'center' })).toBe(true);
  expect(await ask('unknown')).toBeUndefined();
  await expect(publishedClientKeys(at)!({ alg: 'EdDSA', kid: 'in-force' })).rejects.toThrow();
});
