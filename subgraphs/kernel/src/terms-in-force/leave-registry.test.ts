import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { leaveRegistry } from './leave-registry.js';

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => (server.close(), server.closeAllConnections())));

/** The registry, as far as it hears who leaves. */
async function listening(hear: RequestListener): Promise<string> {
  const server = createServer(hear).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const token = async () => 'own';
const instance = randomUUID();
/** Milliseconds for which something keeps a process that stops. */
async function waitedFor(leaving: Promise<void>): Promise<number> {
  const begun = performance.now();
  await leaving;
  return performance.now() - begun;
}

describe('a process that stops', () => {
  it('says so of itself, under its own token', async () => {
    const heard: Pick<IncomingMessage, 'method' | 'url' | 'headers'>[] = [];
    const url = await listening(({ method, url, headers }, response) => (heard.push({ method, url, headers }), response.writeHead(204).end()));
    await leaveRegistry(url, token, instance);
    expect(heard).toMatchObject([{ method: 'DELETE', url: `/registry/running/${instance}`, headers: { authorization: 'Bearer own' } }]);
  });

  it('waits a second for a registry that does not answer, and leaves no connection behind', async () => {
    let left = (): void => undefined;
    const closed = new Promise<void>((resolve) => (left = resolve));
    const url = await listening((_request, response) => void response.on('close', left));
    expect(await waitedFor(leaveRegistry(url, token, instance))).toBeLessThan(2_000);
    await closed;
  }, 5_000);

  it('waits no longer for who issues its token', async () => {
    const url = await listening((_request, response) => response.writeHead(204).end());
    expect(await waitedFor(leaveRegistry(url, () => new Promise(() => undefined), instance))).toBeLessThan(2_000);
  }, 5_000);

  it('stops as well where there is no registry, and where it is given no token', async () => {
    const refused = () => Promise.reject(new Error('The issuer is away.'));
    for (const own of [token, refused]) expect(await waitedFor(leaveRegistry('http://127.0.0.1:9', own, instance))).toBeLessThan(900);
  });
});
