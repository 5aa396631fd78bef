import { request } from 'node:http';
import { Readable } from 'node:stream';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerCodedErrors } from '../src/service/answer-coded-errors.js';

let server: FastifyInstance;
let answer: Readable;
/** What the server logs, from `warn` on. */
let told: { readonly msg: string }[];
beforeEach(async () => {
  told = [];
  server = fastify({ forceCloseConnections: true, logger: { level: 'warn', stream: { write: (line: string) => void told.push(JSON.parse(line) as { msg: string }) } } });
  answerCodedErrors(server);
  answer = new Readable({ read: () => undefined });
  server.post('/', (_request, reply) => reply.send(answer));
  await server.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(() => server.close());

test('a caller that leaves before its answer is no unexpected error', async () => {
  const url = server.listeningOrigin;
  const asked = request(url, { method: 'POST', headers: { 'content-type': 'application/json' } }).on('error', () => undefined);
  asked.end('{}');
  await expect.poll(() => answer.listenerCount('data')).toBe(1);
  asked.destroy();
  await expect.poll(() => answer.closed).toBe(true);
  // Another request, answered after it, has nothing but its own to tell.
  await fetch(`${url}/elsewhere`);
  expect(told).toEqual([]);
});

test('an answer that breaks off under its reader is one, and is told by its code', async () => {
  const asked = fetch(server.listeningOrigin, { method: 'POST' });
  await expect.poll(() => answer.listenerCount('data')).toBe(1);
  answer.destroy();
  const response = await asked;
  expect([response.status, await response.json()]).toEqual([500, { errors: [{ message: expect.any(String), extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }]);
  expect(told).toMatchObject([{ msg: 'unexpected error', err: { code: 'ERR_STREAM_PREMATURE_CLOSE' } }]);
});

test('a body that is not JSON is told as that, in the language that is asked for', async () => {
  for (const [language, words, body] of [['en', /its body is not JSON/, '{'], ['zh-CN', /请求正文不是 JSON/, '']] as const) {
    const response = await fetch(server.listeningOrigin, { method: 'POST', headers: { 'content-type': 'application/json', 'accept-language': language }, body });
    expect([response.status, await response.json()]).toEqual([400, { errors: [{ message: expect.stringMatching(words), extensions: { code: 'REQUEST_INVALID' } }] }]);
  }
});
