import { eventually } from '@hub/kernel/testing/eventually.js';
import { hold, reachableClient, subscriptionClient } from '@hub/kernel/testing/subscription-client.js';
import { demoParticipants, demoUsersOf } from '@hub/prisma/seed/demo-participants.js';
import { supergraphSdl } from '@hub/schema/generated/supergraph.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyst, idsOf, subscribedCentre, supergraphWithout, takenIn, type SubscribedCentre, type TakenIn } from './subscribed-centre.js';

let hub: SubscribedCentre;
beforeAll(async () => {
  hub = await subscribedCentre();
});
afterAll(() => hub.close());

describe('nothing is lost, nothing comes twice, and all comes in order', () => {
  it('when the client’s connection breaks and it comes back with its last cursor', async () => {
    const authorization = `Bearer ${await hub.centre.tokenOf(analyst)}`;
    let after = await hub.centre.cursorOfNow();
    const written: string[] = [];
    const read: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      const { client, opened } = reachableClient(hub.gateway.url, { authorization });
      const held = hold<TakenIn>(client, { query: takenIn, variables: { after } }, false);
      written.push(await hub.takeIn(), await hub.takeIn());
      await held.until(1);
      (await opened()).terminate();
      await held.ended;
      read.push(...idsOf(held.received));
      after = held.received.at(-1)?.extensions.cursor ?? after;
      await client.dispose();
    }
    const last = await hub.subscribe(analyst, { after });
    read.push(...idsOf(await last.until(written.length - read.length)));
    expect(read).toEqual(written);
    await last.leave();
  });

  it('when the gateway stops, which tells where to come back; it or another takes the cursor', async () => {
    const stopping = await hub.another();
    const { port } = new URL(stopping.url);
    const { client, opened } = reachableClient(stopping.url, { authorization: `Bearer ${await hub.centre.tokenOf(analyst)}` });
    const held = hold<TakenIn>(client, { query: takenIn, variables: { after: await hub.centre.cursorOfNow() } }, false);
    const closed = new Promise((resolve) => client.on('closed', (event) => resolve((event as { code: number }).code)));
    const first = await hub.takeIn();
    const [told] = await held.until(1);
    await opened();
    await stopping.close();
    const end = await held.ended;
    expect(end).toMatchObject({ code: 'SUBSCRIPTION_INTERRUPTED', after: told?.extensions.cursor });
    expect(await closed).toBe(1001);
    const second = await hub.takeIn();
    const again = await hub.another({ port: Number(port) });
    for (const url of [again.url, hub.gateway.url]) {
      const back = await hub.subscribe(analyst, { after: end.after }, takenIn, url);
      expect([...idsOf(held.received), ...idsOf(await back.until(1))]).toEqual([first, second]);
      await back.leave();
    }
    await again.close();
    await client.dispose();
  });

  it('when the owner is started anew: who subscribes at the gateway notices nothing', async () => {
    const after = await hub.centre.cursorOfNow();
    const [resuming, live] = [await hub.subscribe(analyst, { after }), await hub.subscribe()];
    const written = [await hub.takeIn()];
    await resuming.until(1);
    // Who has had no event yet is kept at the place where it began.
    while (live.received.length === 0) written.push(await hub.takeIn());
    const missed = written.indexOf(idsOf(live.received)[0] ?? '');
    for (let round = 0; round < 3; round += 1) {
      await hub.centre.restart();
      written.push(await hub.takeIn());
    }
    expect(idsOf(await resuming.until(written.length))).toEqual(written);
    expect(idsOf(await live.until(written.length - missed))).toEqual(written.slice(missed));
    for (const each of [resuming, live]) await each.leave();
  });

  it('when the connections of the owner’s database are killed', async () => {
    const held = await hub.subscribe(analyst, { after: await hub.centre.cursorOfNow() });
    const first = await hub.takeIn();
    await held.until(1);
    await hub.centre.database.$queryRawUnsafe('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()');
    const second = await eventually(() => hub.takeIn().catch(() => ''), (id) => id !== '');
    expect(idsOf(await held.until(2))).toEqual([first, second]);
    await held.leave();
  });

  it('while a long transaction is open that has written', async () => {
    const held = await hub.subscribe(analyst, { after: await hub.centre.cursorOfNow() });
    const written: string[] = [];
    await hub.centre.database.$transaction(async (tx) => {
      await tx.$executeRawUnsafe('CREATE TEMPORARY TABLE long_transaction (id int)');
      written.push(await hub.takeIn(), await hub.takeIn());
      expect(idsOf(await held.until(2))).toEqual(written);
    }, { timeout: 20_000 });
    written.push(await hub.takeIn());
    expect(idsOf(await held.until(3))).toEqual(written);
    await held.leave();
  });

  it('when a new supergraph comes, which ends only what it makes invalid', async () => {
    const held = await hub.subscribe(analyst, { after: await hub.centre.cursorOfNow() });
    const written = [await hub.takeIn()];
    await held.until(1);
    await hub.gateway.registry.deliver(supergraphWithout('participantChanged'));
    await eventually(() => hub.offered(), (fields) => !fields.includes('participantChanged'));
    written.push(await hub.takeIn());
    expect(idsOf(await held.until(2))).toEqual(written);
    await hub.gateway.registry.deliver(supergraphWithout('riskInformationTakenIn'));
    const end = await held.ended;
    expect(end).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED', after: held.received[1]?.extensions.cursor });
    await hub.gateway.registry.deliver(supergraphSdl);
    await eventually(() => hub.offered(), (fields) => fields.includes('riskInformationTakenIn'));
    written.push(await hub.takeIn());
    const again = await hub.subscribe(analyst, { after: end.after });
    expect([...idsOf(held.received), ...idsOf(await again.until(1))]).toEqual(written);
    for (const each of [held, again]) await each.leave();
  }, 120_000);
});

describe('when the rights of a subscriber end', () => {
  it('by expiry of the token, the end tells the cursor, and nobody else’s subscription ends', async () => {
    const after = await hub.centre.cursorOfNow();
    const short = hold<TakenIn>(subscriptionClient(hub.gateway.url, { authorization: `Bearer ${await hub.shortToken(6)}` }), { query: takenIn, variables: { after } });
    const long = await hub.subscribe(analyst, { after });
    const first = await hub.takeIn();
    for (const held of [short, long]) await held.until(1);
    const end = await short.ended;
    expect(end).toMatchObject({ code: 'UNAUTHENTICATED', after: short.received[0]?.extensions.cursor });
    const second = await hub.takeIn();
    const back = await hub.subscribe(analyst, { after: end.after });
    expect(idsOf(await back.until(1))).toEqual([second]);
    expect(idsOf(await long.until(2))).toEqual([first, second]);
    for (const held of [short, long, back]) await held.leave();
  });

  it('it is told before, and goes on with a newer token that comes in time', async () => {
    const { client, renew } = reachableClient(hub.gateway.url, { authorization: `Bearer ${await hub.shortToken(8)}`, 'accept-language': 'en' });
    const acknowledged = new Promise((resolve) => client.on('connected', (_socket, payload) => resolve(payload)));
    const warned = new Promise((resolve) => client.on('ping', (received, payload) => received && payload && resolve(payload)));
    const held = hold<TakenIn>(client, { query: takenIn, variables: { after: await hub.centre.cursorOfNow() } });
    const written = [await hub.takeIn()];
    await held.until(1);
    expect(await acknowledged).toEqual({ expiresAt: expect.stringMatching(/Z$/) });
    expect(await warned).toEqual(await acknowledged);
    expect(await renew({ authorization: `Bearer ${await hub.shortToken(60, 2)}` })).toMatchObject({ authorization: { code: 'TOKEN_OF_ANOTHER' } });
    expect(await renew({ authorization: `Bearer ${await hub.shortToken(60)}` })).toEqual({ authorization: { expiresAt: expect.any(String) } });
    await new Promise((resolve) => setTimeout(resolve, 8_500));
    written.push(await hub.takeIn());
    expect(idsOf(await held.until(2))).toEqual(written);
    await held.leave();
  });

  it('by loss of the role, at once, from the event on that comes after; others of the party go on', async () => {
    const center = demoParticipants.find(({ id }) => id === 'center');
    if (!center) throw new Error('The demo has no centre.');
    const users = demoUsersOf(center);
    const told = (staff: typeof users) => ({
      kind: 'ParticipantChanged', subjectType: 'Participant', subjectId: 'center',
      payload: { id: 'center', kind: center.kind, level: null, name: center.name, uscc: center.uscc, regionCode: center.regionCode, state: 'ACTIVE', users: staff.map(({ id, roles, active }) => ({ id, roles, active })) },
    });
    const after = await hub.centre.cursorOfNow();
    const revoked = await Promise.all([hub.subscribe({ ...analyst, user: 2 }, { after }), hub.subscribe({ ...analyst, user: 2 }, { after })]);
    const others = await Promise.all([hub.subscribe(analyst, { after }), hub.subscribe({ ...analyst, user: 3 }, { after })]);
    const first = await hub.takeIn();
    for (const held of [...revoked, ...others]) await held.until(1);
    hub.centre.others.say(told(users.map((user) => (user.id === 'center.2' ? { ...user, roles: ['SAMPLER'] } : user))));
    for (const held of revoked) expect(await held.ended).toMatchObject({ code: 'UNAUTHENTICATED', after: held.received[0]?.extensions.cursor });
    const second = await hub.takeIn();
    for (const held of others) expect(idsOf(await held.until(2))).toEqual([first, second]);
    for (const held of revoked) expect(idsOf(held.received)).toEqual([first]);
    const again = await hub.subscribe({ ...analyst, user: 2 }, { after });
    expect(await again.ended).toMatchObject({ code: 'UNAUTHENTICATED' });
    hub.centre.others.say(told(users));
    for (const held of [...revoked, ...others, again]) await held.leave();
  });
});
