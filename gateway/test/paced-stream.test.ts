import { once } from 'node:events';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fastify from 'fastify';
import { expect, it } from 'vitest';
import { PacedStream } from '../src/paced-stream.js';
import { proxiedRoutes } from '../src/proxied-routes.js';

const pace = { bytes: 1_000, window: 50 };

it('a stream goes through whole to whoever reads it', async () => {
  const content = Buffer.alloc(1_000_000, 1);
  expect((await buffer(Readable.from([content]).pipe(new PacedStream(pace)))).equals(content)).toBe(true);
});

it('a stream that nobody reads on, or only drop by drop, is given up', async () => {
  for (const drops of [0, 1]) {
    const paced = Readable.from(Array.from({ length: 100 }, () => Buffer.alloc(100_000))).pipe(new PacedStream(pace));
    const dropping = setInterval(() => paced.read(drops), 5);
    const [error] = (await once(paced, 'error')) as [Error];
    clearInterval(dropping);
    expect(error.message).toContain('1000 bytes');
  }
});

it('whoever asks at an open address and does not read holds no connection to its owner for good', async () => {
  const [owner, gateway] = [fastify(), fastify({ forceCloseConnections: true })];
  const sent = new Promise<boolean>((resolve) => {
    owner.get('/public-notices', (_request, reply) => {
      reply.raw.once('close', () => resolve(reply.raw.writableFinished));
      return reply.send(Readable.from(Array.from({ length: 500 }, () => Buffer.alloc(100_000))));
    });
  });
  try {
    await proxiedRoutes(gateway, { regulator: await owner.listen({ host: '127.0.0.1', port: 0 }) }, 60_000, pace);
    const client = connect(Number(new URL(await gateway.listen({ host: '127.0.0.1', port: 0 })).port), '127.0.0.1');
    client.pause().write('GET /public-notices HTTP/1.1\r\nHost: hub\r\n\r\n');
    expect(await sent).toBe(false);
    client.destroy();
  } finally {
    await gateway.close();
    await owner.close();
  }
});
