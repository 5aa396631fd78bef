import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { subscriptionSockets, type SubscriptionSockets } from '../src/sockets/subscription-sockets.js';

let server: FastifyInstance;
let sockets: SubscriptionSockets;
let port: number;
const nobody = () => Promise.reject(new Error('nobody is to be asked'));
beforeAll(async () => {
  server = fastify();
  sockets = subscriptionSockets(server, { authenticate: { member: nobody, service: nobody }, runner: { count: 0, start: nobody, interruptAll: () => undefined } });
  await server.listen({ host: '127.0.0.1', port: 0 });
  port = (server.server.address() as AddressInfo).port;
});
afterAll(async () => {
  await sockets.close();
  await server.close();
});

/** Asks for an upgrade at a path as it is written. What nobody catches in the server ends the test run. */
async function upgradeAt(path: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(`GET ${path} HTTP/1.1\r\nHost: hub\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`);
  return socket;
}

describe('WebSockets, before anybody is known', () => {
  it.each(['//', '///', '/\\', '//[', '/graphql2', 'http://', '*'])('at %s there are none, and the server goes on', async (path) => {
    const socket = await upgradeAt(path);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(String(answer)).toMatch(/^HTTP\/1\.1 40[04] /);
    socket.destroy();
  });

  it('whose client has gone before it is refused hold up nobody', async () => {
    for (let at = 0; at < 20; at += 1) {
      const socket = await upgradeAt('/elsewhere');
      socket.resetAndDestroy();
    }
    await delay(200);
    expect(String(((await once(await upgradeAt('/elsewhere'), 'data')) as [Buffer])[0])).toMatch(/^HTTP\/1\.1 404 /);
  });

  it('take no message that nests deeper than a body may', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws');
    await once(socket, 'open');
    socket.send(`{"type":"ping","payload":{"x":${'['.repeat(300)}${']'.repeat(300)}}}`);
    const [code, reason] = (await once(socket, 'close')) as [number, Buffer];
    expect([code, String(reason)]).toEqual([4400, 'JSON_TOO_DEEP']);
  });
});
