import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { settingName } from '@hub/kernel/service/subgraph-environment.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiver, type Receiver } from './webhook-receiver.js';
import { webhookDesk, type WebhookDesk } from './webhook-desk.js';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));

let desk: WebhookDesk;
let partner: Receiver;
const children = new Set<ChildProcess>();
beforeAll(async () => {
  // The one that answers the test calls nobody: the processes that are killed do.
  desk = await webhookDesk({ WEBHOOK_DELIVERY: 'off' });
  partner = await receiver();
});
afterAll(async () => {
  for (const child of children) await kill(child);
  await partner.close();
  await desk.hub.close();
});

async function startCaller(): Promise<ChildProcess> {
  const { variables, owner, peers } = desk.hub.environment;
  const urls = Object.entries(peers).map(([peer, url]) => [`URL_${settingName(peer)}`, url]);
  const child = spawn(process.execPath, ['--enable-source-maps', main], {
    env: { ...Object.fromEntries(urls), ...variables, [`PORT_${settingName(owner)}`]: '0', WEBHOOK_DELIVERY: 'on' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  await once(child.stdout, 'data');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  children.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('a process killed between a call and its note', () => {
  it('calls again with the same event under the same id, and loses none', async () => {
    await desk.register('platform-1', partner.url, ['Killed']);
    const first = await startCaller();
    partner.answerBy((response) => {
      // Acknowledged as far as the receiver knows, and never noted.
      first.kill('SIGKILL');
      response.writeHead(204).end();
    });
    const told = [desk.tell('Killed'), desk.tell('Killed')];
    await partner.until(1);
    await kill(first);
    partner.answerBy((response) => void response.writeHead(204).end());
    await startCaller();
    const had = await partner.until(3);
    expect(had.map(({ body }) => body.data.exchangeEvent.subjectId)).toEqual([told[0], ...told]);
    expect(had[1]?.id).toBe(had[0]?.id);
    expect(had[2]?.id).not.toBe(had[0]?.id);
  }, 60_000);
});
