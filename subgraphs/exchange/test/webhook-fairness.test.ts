import type { Asker } from '@hub/kernel/testing/subgraph-under-test.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectExchange } from '../src/repository/database.js';
import { mostPerHolder, webhookDeliveries } from '../src/repository/webhook-deliveries.js';
import { exchangeService } from '../src/service.js';
import { receiver, type Receiver } from './webhook-receiver.js';
import { webhookDesk, type WebhookDesk } from './webhook-desk.js';

let desk: WebhookDesk;
let partner: Receiver;
let hanging: Receiver;
let asked = 0;

/** Counts what the caller asks of webhooks that are due, as statements reach the database. */
const counting = {
  ...exchangeService,
  connect: (url: string) => {
    const database = connectExchange(url);
    const count = (parts: unknown) => void (String(parts).includes('kernel.log_head l') && String(parts).includes('webhook w') && (asked += 1));
    const { $executeRaw, $queryRaw } = { $executeRaw: database.$executeRaw.bind(database), $queryRaw: database.$queryRaw.bind(database) };
    return new Proxy(database, {
      get(target, name) {
        if (name === '$executeRaw') return (...given: Parameters<typeof $executeRaw>) => (count(given[0]), $executeRaw(...given));
        if (name === '$queryRaw') return (...given: Parameters<typeof $queryRaw>) => (count(given[0]), $queryRaw(...given));
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  },
};

beforeAll(async () => {
  desk = await webhookDesk({ WEBHOOK_TIMEOUT_SECONDS: '30' }, counting);
  partner = await receiver();
  hanging = await receiver();
  hanging.answerBy(() => undefined);
});
afterAll(async () => {
  await desk.hub.close();
  await partner.close();
  await hanging.close();
});

const hang = (party: Asker, count: number) => Promise.all(Array.from({ length: count }, () => desk.register(party, hanging.url, ['Slow'])));

describe('a party whose receivers hang', () => {
  it('does not hold back another, and is called at so many of its webhooks at once and no more', async () => {
    await hang('platform-2', 20);
    desk.tell('Slow');
    await hanging.until(mostPerHolder);
    await desk.register('platform-1', partner.url, ['Quick']);
    desk.tell('Quick');
    await partner.until(1);
    expect(hanging.had).toHaveLength(mostPerHolder);
    // Until one of those under way may have ended, no other of its is waited for.
    expect(await webhookDeliveries(desk.hub.database).nextClaimIn()).toBeGreaterThan(10_000);
  });

  it('costs no statement while every slot of the process is taken', async () => {
    for (const party of [{ identity: 'lab-1', role: 'SIGNATORY' }, { identity: 'lab-2', role: 'SIGNATORY' }, 'regulator-province']) await hang(party, mostPerHolder);
    desk.tell('Slow');
    await hanging.until(4 * mostPerHolder);
    const before = asked;
    for (const [count] of [1, 2, 3].entries()) {
      desk.tell('Unheard');
      await eventually(() => desk.hub.database.exchangeEvent.count({ where: { kind: 'Unheard' } }), (found) => found > count);
    }
    expect(asked).toBe(before);
    expect(before).toBeGreaterThan(0);
  });
});
