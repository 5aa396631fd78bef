import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CommandRefused } from '../command-refused.js';
import { RegistryAway, RegistryRefused, registryAt } from './registry-at.js';

/** What the played registry answers next. */
let answers: { readonly status: number; readonly body: string };
const server = createServer((_request, response) => response.writeHead(answers.status).end(answers.body));
beforeAll(() => new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening)));
afterAll(() => new Promise((closed) => server.close(closed)));

async function asked(status: number, body: string | object): Promise<unknown> {
  answers = { status, body: typeof body === 'string' ? body : JSON.stringify(body) };
  const registry = await registryAt({ registry: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: 't', json: false });
  return registry.post('/registry/publications', {}).catch((error: unknown) => error);
}
const refusal = (code: string) => ({ errors: [{ message: `It is ${code}.`, extensions: { code } }] });

it('an answer that cannot be read is no publication', async () => {
  expect(await asked(200, { version: 2 })).toEqual({ version: 2 });
  for (const body of ['<html>welcome</html>', '', '"yes"', 'null']) expect(await asked(200, body), body).toBeInstanceOf(RegistryAway);
});

it('what is refused for how it was asked is wrong input, what is refused for what it would do is a refusal, and what failed is away', async () => {
  for (const [status, code] of [[400, 'BODY'], [413, 'BODY_TOO_LARGE'], [422, 'VALUE_INVALID'], [422, 'SCHEMA_UNREADABLE']] as const) expect(await asked(status, refusal(code)), code).toBeInstanceOf(CommandRefused);
  for (const [status, code] of [[422, 'SCHEMA_NOT_GREEN'], [403, 'ACT_NOT_PERMITTED'], [401, 'REGISTRY_TOKEN_REFUSED']] as const) expect(await asked(status, refusal(code)), code).toBeInstanceOf(RegistryRefused);
  for (const [status, code] of [[504, 'SCHEMA_CHECK_TIMED_OUT'], [500, 'INTERNAL_SERVER_ERROR']] as const) expect(await asked(status, refusal(code)), code).toBeInstanceOf(RegistryAway);
});
