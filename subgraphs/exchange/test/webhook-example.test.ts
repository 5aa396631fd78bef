import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { webhookDesk, type WebhookDesk } from './webhook-desk.js';

const page = new URL('../../../gateway/docs/subscriptions.md', import.meta.url);
const here = fileURLToPath(new URL('..', import.meta.url));

/** What a reader of the page has around the example: what keeps an event, the secret, and a port that is free. */
const around = `
  import { Server } from 'node:net';
  const { listen } = Server.prototype;
  Server.prototype.listen = function () { return listen.call(this, 0, '127.0.0.1', () => console.log(this.address().port)); };
  globalThis.keepOnce = async (id, data) => console.log(JSON.stringify({ id, data }));
  process.stdin.once('data', (secret) => { process.env.HUB_SECRET = String(secret).trim(); console.log('ready'); });`;

let desk: WebhookDesk;
let example: ChildProcess | undefined;
beforeAll(async () => {
  desk = await webhookDesk();
});
afterAll(async () => {
  if (example && example.exitCode === null) {
    example.kill();
    await once(example, 'exit');
  }
  await desk.hub.close();
});

it('the receiver of the page verifies what it is called with, and refuses what is not signed', async () => {
  const text = await readFile(page, 'utf8');
  const code = /```js\n([^]*?)```/.exec(text.slice(text.indexOf('## Webhooks')))?.[1] ?? '';
  const child = spawn(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(around)}`, '--input-type=module', '-e', code], { cwd: here, stdio: ['pipe', 'pipe', 'inherit'] });
  example = child;
  const said: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => said.push(line));
  await eventually(async () => said.length, (count) => count === 1);
  const url = `http://127.0.0.1:${said[0]}/hub`;
  const { id, secret } = await desk.register('platform-1', url, ['Shown']);
  child.stdin.write(`${secret}\n`);
  await eventually(async () => said.length, (count) => count === 2);
  const told = [desk.tell('Shown'), desk.tell('Shown')];
  await eventually(async () => said.length, (count) => count === 4);
  expect(said.slice(2).map((line) => (JSON.parse(line) as { data: { exchangeEvent: { subjectId: string } } }).data.exchangeEvent.subjectId)).toEqual(told);
  expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(400);
  expect((await desk.until('platform-1', id, ({ cursor }) => cursor !== null)).lastFailure).toBeNull();
});
