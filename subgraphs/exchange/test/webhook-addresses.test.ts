import type { LookupAddress } from 'node:dns';
import { isPublicAddress } from '@hub/kernel/outbound/is-public-address.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressFault } from '../src/domain/webhook-address.js';
import { webhookSettingsOf } from '../src/environment.js';
import { callDispatcher } from '../src/webhooks/call-dispatcher.js';
import { callReceiver } from '../src/webhooks/call-receiver.js';
import { receiver, type Receiver } from './webhook-receiver.js';
import { webhookDesk, type WebhookDesk } from './webhook-desk.js';

let desk: WebhookDesk;
let inside: Receiver;
beforeAll(async () => {
  // As an operator has it who allowed nothing.
  desk = await webhookDesk({ WEBHOOK_ALLOWED_HOSTS: '' });
  inside = await receiver();
});
afterAll(async () => {
  await inside.close();
  await desk.hub.close();
});

const registering = (url: string) => desk.act('platform-1', 'registerWebhook', { url, description: '业务系统' });
const portOf = (url: string) => new URL(url).port;

describe('the address of a webhook', () => {
  for (const host of ['127.0.0.1', '0x7f.1', '2130706433', '169.254.169.254', '10.1.2.3', '172.16.0.1', '192.168.1.1', '100.64.0.1', '0.0.0.0', '224.0.0.1', '[::1]', '[::]', '[fe80::1]', '[fd00::1]', '[::ffff:127.0.0.1]', '[64:ff9b::a00:1]', '[2002:7f00:1::1]', 'localhost', 'localhost.', 'a.localhost', 'printer', 'db.internal']) {
    it(`is refused where its host is ${host}`, async () => {
      expect(await registering(`https://${host}/events`)).toMatchObject({ value: null, secret: null, refusal: { code: 'WEBHOOK_ADDRESS_FORBIDDEN', field: 'url' } });
    });
  }

  it('is refused without https, with a user or password, and where it is none', async () => {
    for (const url of ['http://receiver.example.cn/', 'http://127.0.0.1/', 'ftp://receiver.example.cn/', 'https://user@receiver.example.cn/', 'https://:word@receiver.example.cn/', 'receiver', 'file:///etc/passwd']) {
      const { refusal } = await registering(url);
      expect([url, refusal?.field, ['VALUE_INVALID', 'WEBHOOK_ADDRESS_FORBIDDEN'].includes(refusal?.code ?? '')]).toEqual([url, 'url', true]);
    }
  });

  it('is taken where it is public, by name or by number', async () => {
    for (const url of ['https://receiver.example.cn/events?to=us', 'https://8.8.8.8/', 'https://[2606:4700::1111]/']) {
      const { value, refusal } = await registering(url);
      expect([url, refusal, value?.url]).toEqual([url, null, url]);
      await desk.act('platform-1', 'removeWebhook', { webhookId: value?.id });
    }
  });

  it('is called no more where the operator does not allow any more what was registered', async () => {
    const { value } = await registering('https://receiver.example.cn/');
    await desk.hub.database.webhook.update({ where: { id: value?.id ?? '' }, data: { url: inside.url } });
    desk.tell('Forbidden');
    expect((await desk.until('platform-1', value?.id ?? '', ({ state }) => state === 'STOPPED')).stoppedBecause?.code).toBe('WEBHOOK_ADDRESS_FORBIDDEN');
    expect(inside.had).toEqual([]);
  });
});

describe('the connection of a webhook', () => {
  /** Calls the receiver inside by a name that resolves as told, one answer after another. */
  async function callBy(name: string, answers: readonly (readonly string[])[], allowedHosts: readonly string[] = []) {
    let asked = 0;
    const addressesOf = (): LookupAddress[] =>
      (answers[Math.min(asked++, answers.length - 1)] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    const dispatcher = callDispatcher(new Set(allowedHosts), 1, (_host, done) => done(null, addressesOf()));
    try {
      const call = { url: `http://${name}:${portOf(inside.url)}/`, headers: {}, body: '{}', dispatcher, timeoutSeconds: 1, signal: new AbortController().signal };
      const outcome = await callReceiver(call);
      return { outcome, asked };
    } finally {
      await dispatcher.destroy();
    }
  }

  for (const address of ['127.0.0.1', '169.254.169.254', '::1', '10.0.0.1', '::ffff:127.0.0.1']) {
    it(`is not made to a name that resolves to ${address}`, async () => {
      expect((await callBy('receiver.example.cn', [[address]])).outcome).toEqual({ status: null, failure: 'ADDRESS_FORBIDDEN' });
      expect(inside.had).toEqual([]);
    });
  }

  it('goes to the address that was looked at, also where the name answers otherwise the next time', async () => {
    // The public one does not answer here; what counts is that the other is never tried.
    const { outcome, asked } = await callBy('receiver.example.cn', [['192.0.1.1', '127.0.0.1'], ['127.0.0.1']]);
    expect(asked).toBe(1);
    expect(outcome?.status).toBeNull();
    expect(inside.had).toEqual([]);
  });

  it('is made to a name inside that the operator allows', async () => {
    expect((await callBy('receiver.intranet', [['127.0.0.1']], [`receiver.intranet:${portOf(inside.url)}`])).outcome).toEqual({ status: 204, failure: null });
    await eventually(async () => inside.had.length, (count) => count === 1);
    expect((await callBy('receiver.intranet', [['127.0.0.1']], ['receiver.intranet:*'])).outcome).toEqual({ status: 204, failure: null });
  });

  it('is not made to another port of a name inside that the operator allows', async () => {
    const before = inside.had.length;
    expect((await callBy('receiver.intranet', [['127.0.0.1']], ['receiver.intranet:443'])).outcome).toEqual({ status: null, failure: 'ADDRESS_FORBIDDEN' });
    expect(inside.had.length).toBe(before);
  });

  it('waits so many seconds, also where that is no whole number of milliseconds', async () => {
    await callDispatcher(new Set(), 2.01).destroy();
    await callDispatcher(new Set(), 0.0001).destroy();
  });
});

describe('a host inside that is allowed', () => {
  it('is allowed with the port named, which is 443 where none is', () => {
    const { allowedHosts } = webhookSettingsOf({ ...desk.hub.environment, variables: { ...desk.hub.environment.variables, WEBHOOK_ALLOWED_HOSTS: 'Receiver.intranet,10.1.2.3:8443,[fd00::1],10.1.2.4:*' } });
    expect([...allowedHosts]).toEqual(['receiver.intranet:443', '10.1.2.3:8443', '[fd00::1]:443', '10.1.2.4:*']);
    const faults = ['https://receiver.intranet/', 'https://10.1.2.3:8443/', 'https://[fd00::1]/', 'https://10.1.2.4:9/', 'https://10.1.2.3/', 'https://10.1.2.3:22/', 'https://[fd00::1]:22/'];
    expect(faults.map((url) => addressFault(url, { allowedHosts, plainLoopback: false }))).toEqual([undefined, undefined, undefined, undefined, 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  });
});

describe('what an address is', () => {
  it('is told from its number alone', () => {
    const open = ['1.1.1.1', '9.255.255.255', '11.0.0.0', '172.15.255.255', '172.32.0.0', '223.255.255.255', '2606:4700::1', '2001:4860:4860::8888', '2400:3200::1'];
    const shut = ['9', '1.1.1', '1.1.1.256', '', '198.19.255.255', '255.255.255.255', '2001::1', '2001:db8::1', '3fff::1', 'ff02::1', 'fe80::1%eth0', '100::1', '5f00::1'];
    expect([...open, ...shut].filter(isPublicAddress)).toEqual(open);
  });
});
