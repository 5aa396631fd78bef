import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { hold, reachableClient, type HeldSubscription } from '@hub/kernel/testing/subscription-client.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyst, idsOf, subscribedCentre, takenIn, type SubscribedCentre, type TakenIn } from './subscribed-centre.js';

let hub: SubscribedCentre;
beforeAll(async () => {
  // Requests of several groups that happen to be the same are counted each.
  hub = await subscribedCentre({ shareUpstreamRequests: false });
});
afterAll(() => hub.close());

/** How often the other owner is asked while one record is taken in and comes to all. */
async function askedFor(held: readonly HeldSubscription<TakenIn>[]): Promise<number> {
  const before = hub.exchange.received.length;
  const had = held.map(({ received }) => received.length);
  await hub.takeIn();
  await Promise.all(held.map((each, index) => each.until((had[index] ?? 0) + 1)));
  return hub.exchange.received.length - before;
}

describe('subscribers of the same operation, variables and authorisation', () => {
  it('share one reading and one execution for each event; others do not', async () => {
    const after = await hub.centre.cursorOfNow();
    const same = await Promise.all(Array.from({ length: 20 }, () => hub.subscribe(analyst, { after })));
    await askedFor(same);
    expect(await askedFor(same)).toBe(1);
    const other = [
      await hub.subscribe({ ...analyst, user: 2 }, { after }),
      await hub.subscribe(analyst, { after, filter: {} }),
      await hub.subscribe(analyst, { after }, takenIn.replace('productName', 'productName number')),
    ];
    for (const each of other) await each.until(2);
    expect(await askedFor([...same, ...other])).toBe(4);
    expect(idsOf(other[0]?.received ?? [])).toEqual(idsOf(same[0]?.received ?? []));
    for (const each of [...same, ...other]) await each.leave();
  });

  it('who came with different cursors too, once they stand at the same place; each gets each event once and in order', async () => {
    const cursors = [await hub.centre.cursorOfNow()];
    const written: string[] = [];
    for (let count = 0; count < 6; count += 1) {
      written.push(await hub.takeIn());
      cursors.push(await hub.centre.cursorOfNow());
    }
    const held = await Promise.all(cursors.map((after) => hub.subscribe(analyst, { after })));
    written.push(await hub.takeIn());
    await Promise.all(held.map((each, index) => each.until(7 - index)));
    expect(await askedFor(held)).toBe(1);
    written.push(idsOf(held[0]?.received ?? [])[7] ?? '');
    held.forEach((each, index) => expect(idsOf(each.received)).toEqual(written.slice(index)));
    for (const each of held) await each.leave();
  });

  it('who subscribes without a cursor gets nothing of before, also beside who catches up', async () => {
    const after = await hub.centre.cursorOfNow();
    for (let count = 0; count < 5; count += 1) await hub.takeIn();
    const now = await hub.subscribe();
    const behind = await hub.subscribe(analyst, { after });
    await behind.until(5);
    const live: string[] = [];
    while (now.received.length === 0) live.push(await hub.takeIn());
    expect(live).toContain(idsOf(now.received)[0]);
    for (const each of [now, behind]) await each.leave();
  });
});

describe('a slow client', () => {
  it('holds up nobody, reads for itself at its own pace, and gets each event once and in order', async () => {
    // What is read many times over makes a payload of 240 KB.
    const record = () => ({ hazardDescription: 'x'.repeat(4_000), sourceRecord: { source: 'SLOW', key: randomUUID(), content: 'x' } });
    const query = takenIn.replace('productName', Array.from({ length: 60 }, (_, index) => `d${index}: hazardDescription`).join(' '));
    const authorization = `Bearer ${await hub.centre.tokenOf(analyst)}`;
    const after = await hub.centre.cursorOfNow();
    const written = [await hub.takeIn(record())];
    const { client, opened } = reachableClient(hub.gateway.url, { authorization });
    const slow = hold<TakenIn>(client, { query, variables: { after } }, false);
    const swift = await hub.subscribe(analyst, { after }, query);
    await Promise.all([slow.until(1), swift.until(1)]);
    (await opened()).pause();
    for (let count = 0; count < 150; count += 1) written.push(await hub.takeIn(record()));
    await swift.until(151);
    await delay(300);
    expect(slow.received).toHaveLength(1);
    (await opened()).resume();
    await slow.until(151);
    expect(idsOf(slow.received)).toEqual(written);
    expect(idsOf(swift.received)).toEqual(written);
    const had = slow.received.length;
    written.push(await hub.takeIn());
    expect(idsOf(await slow.until(had + 1))).toEqual(written);
    await swift.leave();
    await client.dispose();
  }, 60_000);
});
