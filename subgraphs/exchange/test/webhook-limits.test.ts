import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSubgraph } from '@hub/kernel/service/start-subgraph.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exchangeService } from '../src/service.js';
import { receiver, type Receiver } from './webhook-receiver.js';
import { webhookDesk, type WebhookDesk } from './webhook-desk.js';

let desk: WebhookDesk;
let partner: Receiver;
beforeAll(async () => {
  desk = await webhookDesk({ WEBHOOK_GIVE_UP_HOURS: '0.0003', WEBHOOKS_PER_PARTY: '2' });
  partner = await receiver();
});
afterAll(async () => {
  await partner.close();
  await desk.hub.close();
});

describe('the limits of webhooks', () => {
  it('stop one that has failed for too long, which says so and loses nothing', async () => {
    partner.answerBy((response) => void response.writeHead(500).end());
    const { id } = await desk.register('platform-1', partner.url, ['Failing']);
    const told = desk.tell('Failing');
    const stopped = await desk.until('platform-1', id, ({ state }) => state === 'STOPPED');
    expect(stopped).toMatchObject({ stoppedBecause: { code: 'WEBHOOK_GAVE_UP' }, lastFailure: { status: 500, failure: 'STATUS' } });
    expect(stopped.attempts.length).toBeGreaterThan(1);
    partner.answerBy((response) => void response.writeHead(204).end());
    const before = partner.had.length;
    await desk.act('platform-1', 'resumeWebhook', { webhookId: id });
    expect((await partner.until(before + 1)).at(-1)?.body.data.exchangeEvent.subjectId).toBe(told);
  });

  it('let a party have so many, also where it registers several at once', async () => {
    const item = { url: 'https://receiver.example.cn/', kinds: ['NeverTold'], description: '业务系统' };
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => desk.act('platform-2', 'registerWebhook', item)));
    expect(outcomes.filter(({ refusal }) => refusal === null)).toHaveLength(2);
    expect(outcomes.filter(({ refusal }) => refusal?.code === 'WEBHOOK_LIMIT')).toHaveLength(2);
  });

  it('are settings, of which a wrong one stops the start with its name and a right example', async () => {
    const wrong = { ...desk.hub.environment, port: 0 };
    for (const [name, value, example] of [['WEBHOOK_TIMEOUT_SECONDS', 'soon', '10'], ['WEBHOOK_DELIVERY', 'maybe', 'on'], ['WEBHOOK_ALLOWED_HOSTS', 'a b', 'receiver.intranet'], ['WEBHOOK_GIVE_UP_HOURS', '0', '72']] as const) {
      const starting = startSubgraph(exchangeService, { ...wrong, variables: { ...wrong.variables, [name]: value } });
      await expect(starting).rejects.toThrow(new RegExp(`${name} .*${example}`));
    }
  });

  it('leave nothing running where their work cannot begin', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => probe.once('listening', listening));
    const { port } = probe.address() as AddressInfo;
    await new Promise((closed) => probe.close(closed));
    const broken = { ...exchangeService, work: () => { throw new Error('no work today'); } };
    await expect(startSubgraph(broken, { ...desk.hub.environment, port })).rejects.toThrow('no work today');
    await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow('fetch failed');
  });

  it('stop one whose secret was kept under another key of the hub', async () => {
    const { id } = await desk.register('merchant-1', 'https://receiver.example.cn/');
    await desk.hub.database.webhook.update({ where: { id }, data: { sealedSecret: Buffer.alloc(90).toString('base64url') } });
    desk.tell('Unreadable', 'Participant');
    expect((await desk.until('merchant-1', id, ({ state }) => state === 'STOPPED')).stoppedBecause?.code).toBe('WEBHOOK_SECRET_UNREADABLE');
  });
});
