import { setTimeout as delay } from 'node:timers/promises';
import { hold, reachableClient, type HeldSubscription } from '@hub/kernel/testing/subscription-client.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyst, idsOf, largeEvent, subscribedCentre, takenIn, type SubscribedCentre, type TakenIn } from './subscribed-centre.js';

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
  /** A client that has had one event and then reads nothing until it is told to. */
  const slowClient = async (variables: { after?: string }) => {
    const authorization = `Bearer ${await hub.centre.tokenOf(analyst)}`;
    const { client, opened } = reachableClient(hub.gateway.url, { authorization, 'accept-language': 'en' });
    const held = hold<TakenIn>(client, { query: largeEvent, variables }, false);
    const before: string[] = [];
    while (held.received.length === 0) before.push(await hub.takeIn());
    (await opened()).pause();
    const readsAgain = async () => void (await opened()).resume();
    return { held, before, readsAgain, leave: () => client.dispose() };
  };

  it('holds up nobody, reads for itself at its own pace, and gets each event once and in order', async () => {
    const after = await hub.centre.cursorOfNow();
    const slow = await slowClient({ after });
    const swift = await hub.subscribe(analyst, { after }, largeEvent);
    const written = [...slow.before, ...(await hub.takeInLarge(150))];
    await swift.until(written.length);
    await delay(300);
    expect(slow.held.received.length).toBeLessThan(written.length);
    await slow.readsAgain();
    expect(idsOf(await slow.held.until(written.length))).toEqual(written);
    expect(idsOf(swift.received)).toEqual(written);
    const had = slow.held.received.length;
    written.push(await hub.takeIn());
    expect(idsOf(await slow.held.until(had + 1))).toEqual(written);
    await swift.leave();
    await slow.leave();
  }, 60_000);

  it('that is alone holds up nobody who comes: who begins now, and who comes back and passes the place where it stands', async () => {
    const after = await hub.centre.cursorOfNow();
    const slow = await slowClient({});
    const written = [...slow.before, ...(await hub.takeInLarge(150))];
    await delay(1_000);
    const back = await hub.subscribe(analyst, { after }, largeEvent);
    expect(idsOf(await back.until(written.length))).toEqual(written);
    const now = await hub.subscribe(analyst, {}, largeEvent);
    const later: string[] = [];
    while (now.received.length === 0) later.push(await hub.takeIn());
    expect(later).toContain(idsOf(now.received)[0]);
    expect(slow.held.received.length).toBeLessThan(written.length);
    await slow.readsAgain();
    const begun = written.indexOf(idsOf(slow.held.received)[0] ?? '');
    const all = [...written.slice(begun), ...later];
    expect(idsOf(await slow.held.until(all.length))).toEqual(all);
    for (const each of [back, now]) await each.leave();
    await slow.leave();
  }, 60_000);

  it('gets what was read for it long ago as it may be told now', async () => {
    const after = await hub.centre.cursorOfNow();
    const slow = await slowClient({ after });
    const written = [...slow.before, ...(await hub.takeInLarge(150))];
    await delay(1_000);
    await hub.centre.database.$executeRaw`UPDATE risk_information SET hazard_description = 'changed' WHERE hazard_description LIKE 'xxx%'`;
    await delay(10_000);
    await slow.readsAgain();
    const told = await slow.held.until(written.length);
    expect(idsOf(told)).toEqual(written);
    // What the connection itself had taken cannot be called back; the 64 that waited for it can.
    const before = told.filter(({ data }) => JSON.stringify(data).includes('xxx'));
    expect(before.length).toBeLessThan(64);
    await slow.leave();
  }, 60_000);
});
