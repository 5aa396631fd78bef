import { fileURLToPath } from 'node:url';
import { SubgraphProcesses } from '@hub/kernel/testing/subgraph-processes.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiver, type Receiver } from './webhook-receiver.js';
import { webhookDesk, type WebhookDesk } from './webhook-desk.js';

let desk: WebhookDesk;
let partner: Receiver;
const processes = new SubgraphProcesses(fileURLToPath(new URL('../dist/main.js', import.meta.url)));
beforeAll(async () => {
  // The one that answers the test calls nobody: the processes that are killed do.
  desk = await webhookDesk({ WEBHOOK_DELIVERY: 'off' });
  partner = await receiver();
});
afterAll(async () => {
  await processes.killAll();
  await partner.close();
  await desk.hub.close();
});

const startCaller = () => processes.start(desk.hub.environment, { WEBHOOK_DELIVERY: 'on' });

describe('a process killed between a call and its note', () => {
  it('calls again with the same event under the same id, and loses none', async () => {
    await desk.register('platform-1', partner.url, ['Killed']);
    const { child: first } = await startCaller();
    partner.answerBy((response) => {
      // Acknowledged as far as the receiver knows, and never noted.
      first.kill('SIGKILL');
      response.writeHead(204).end();
    });
    const told = [desk.tell('Killed'), desk.tell('Killed')];
    await partner.until(1);
    await processes.kill(first);
    partner.answerBy((response) => void response.writeHead(204).end());
    await startCaller();
    const had = await partner.until(3);
    expect(had.map(({ body }) => body.data.exchangeEvent.subjectId)).toEqual([told[0], ...told]);
    expect(had[1]?.id).toBe(had[0]?.id);
    expect(had[2]?.id).not.toBe(had[0]?.id);
  }, 60_000);
});
