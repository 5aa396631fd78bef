import { randomUUID } from 'node:crypto';
import { mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { EventCursors } from '@hub/kernel/subscriptions/event-cursors.js';
import { hold, reachableClient, subscriptionClient } from '@hub/kernel/testing/subscription-client.js';
import { statementsOf } from '@hub/kernel/testing/statements-of.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { demoParticipants, demoUsersOf } from '@hub/prisma/seed/demo-participants.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monitoringCenterService } from '../src/service.js';
import { analyst, type Hub } from './acts.js';
import { takenInRecord } from './risk.js';

interface TakenIn {
  riskInformationTakenIn: { riskInformation: { id: string } };
}

const query = 'subscription ($after: String) { riskInformationTakenIn(after: $after) { riskInformation { id } } }';
/** A lifetime that ends within the test, and long enough for what has to come before on a busy machine; tokens count whole seconds. */
const soon = '6s';
const analystClaims = { userId: 'center.1', partyId: 'center', role: 'ANALYST' };

let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
});
afterAll(() => hub.close());

const bearer = async (lifetime: string, claims = analystClaims) => `Bearer ${await mintUserToken(hub.environment.dataDir, claims, lifetime)}`;
const refusalOf = async (after: string) => {
  const held = await hub.subscribe<TakenIn>(analyst, query, { after });
  const { code, message } = await held.ended;
  await held.leave();
  return { code, message };
};
const reachable = (params: Record<string, unknown>) => reachableClient(hub.url, params);

describe('a cursor that cannot be gone on from is refused with what to do', () => {
  it('if it is none, or of another log', async () => {
    for (const wrong of ['', 'x', Buffer.from('Sample:1').toString('base64url'), `${await hub.cursorOfNow()}A`.slice(1)]) {
      expect(await refusalOf(wrong)).toMatchObject({ code: 'EVENT_CURSOR_INVALID' });
    }
    const { epoch } = await head();
    const foreign = new EventCursors('regulator', hub.environment.maskKey).encode({ epoch, position: 0, offset: 0 });
    expect(await refusalOf(foreign)).toEqual({ code: 'EVENT_CURSOR_OF_OTHER_LOG', message: expect.stringContaining('"regulator"') });
    const unsealed = new EventCursors('monitoring-center', 'another secret').encode({ epoch, position: 0, offset: 0 });
    expect(await refusalOf(unsealed)).toMatchObject({ code: 'EVENT_CURSOR_INVALID' });
  });

  it('if it lies after the end of the log', async () => {
    const { epoch, position } = await head();
    const future = new EventCursors('monitoring-center', hub.environment.maskKey).encode({ epoch, position: Number(position) + 1, offset: 0 });
    expect(await refusalOf(future)).toMatchObject({ code: 'EVENT_CURSOR_IN_FUTURE' });
  });

  it('if what follows it was archived; who stands later goes on', async () => {
    const early = await hub.cursorOfNow();
    await takenInRecord(hub);
    const later = await hub.cursorOfNow();
    const id = await takenInRecord(hub);
    await hub.database.$executeRaw`DELETE FROM kernel.event WHERE position < (SELECT max(position) FROM kernel.event)`;
    expect(await refusalOf(early)).toMatchObject({ code: 'EVENT_CURSOR_ARCHIVED' });
    const held = await hub.subscribe<TakenIn>(analyst, query, { after: later });
    expect((await held.until(1))[0]?.data.riskInformationTakenIn.riskInformation.id).toBe(id);
    await held.leave();
  });

  it('if the log was restored since, also for who is subscribed then', async () => {
    const before = await hub.cursorOfNow();
    const held = await hub.subscribe<TakenIn>(analyst, query, { after: before });
    await takenInRecord(hub);
    await held.until(1);
    await hub.database.$executeRaw`UPDATE kernel.log_head SET epoch = gen_random_uuid()`;
    expect(await refusalOf(before)).toMatchObject({ code: 'EVENT_CURSOR_BEFORE_RESTORE' });
    await takenInRecord(hub);
    expect(await held.ended).toMatchObject({ code: 'EVENT_CURSOR_BEFORE_RESTORE', after: undefined });
    await held.leave();
  });

  const head = async () => (await hub.database.$queryRaw<{ epoch: string; position: bigint }[]>`SELECT epoch::text, position FROM kernel.log_head`)[0] ?? { epoch: '', position: 0n };
});

describe('a subscription ends when the caller’s rights do', () => {
  it('when the token expires, with the cursor to come back with', async () => {
    const after = await hub.cursorOfNow();
    const held = hold<TakenIn>(subscriptionClient(hub.url, { authorization: await bearer(soon) }), { query, variables: { after } });
    const first = await takenInRecord(hub);
    const [told] = await held.until(1);
    const end = await held.ended;
    expect(end).toMatchObject({ code: 'UNAUTHENTICATED', after: told?.extensions.cursor });
    const second = await takenInRecord(hub);
    const again = await hub.subscribe<TakenIn>(analyst, query, { after: end.after });
    expect([...held.received, ...(await again.until(1))].map(({ data }) => data.riskInformationTakenIn.riskInformation.id)).toEqual([first, second]);
    await again.leave();
    await held.leave();
  });

  it('but goes on with a newer token that came in time, of the same member alone', async () => {
    const { client, renew } = reachable({ authorization: await bearer(soon), 'accept-language': 'en' });
    const held = hold<TakenIn>(client, { query, variables: { after: await hub.cursorOfNow() } });
    await takenInRecord(hub);
    await held.until(1);
    expect(await renew({ authorization: await bearer('1h', { ...analystClaims, role: 'SAMPLER' }) })).toMatchObject({ authorization: { code: 'TOKEN_OF_ANOTHER' } });
    expect(await renew({ authorization: 'Bearer x' })).toMatchObject({ authorization: { code: 'UNAUTHENTICATED' } });
    expect(await renew({ authorization: await bearer('1h') })).toEqual({ authorization: { expiresAt: expect.any(String) } });
    await new Promise((resolve) => setTimeout(resolve, 6500));
    await takenInRecord(hub);
    await held.until(2);
    await held.leave();
  });

  it('on a connection that a gateway shares, for each subscription by its own token', async () => {
    const { client, renew } = reachable({});
    const extensions = async (lifetime: string, identity: string) => ({
      authorization: identity === 'center' ? await bearer(lifetime) : `Bearer ${await hub.tokenOf(identity)}`,
      acceptLanguage: 'en',
    });
    const after = await hub.cursorOfNow();
    const start = async (id: string, lifetime: string, identity = 'center') =>
      hold<TakenIn>(client, { query: query.replace('riskInformation { id }', 'riskInformation { id state }'), variables: { after }, extensions: { ...(await extensions(lifetime, identity)), id } }, false);
    const short = await start('short', soon);
    const renewed = await start('renewed', soon);
    const platform = await start('platform', '1h', 'platform-1');
    const nobody = hold<TakenIn>(client, { query, variables: { after } }, false);
    expect(await nobody.ended).toMatchObject({ code: 'UNAUTHENTICATED' });
    await takenInRecord(hub);
    for (const held of [short, renewed, platform]) await held.until(1);
    expect(short.received[0]?.errors).toBeUndefined();
    expect(platform.received[0]?.errors).toMatchObject([{ extensions: { code: 'SHARING_NOT_IN_AUDIENCE' }, message: expect.stringContaining('is shared by') }]);
    expect(await renew({ subscriptions: { renewed: await bearer('1h'), platform: await bearer('1h'), unknown: 'x' } })).toEqual({
      subscriptions: { renewed: { expiresAt: expect.any(String) }, platform: { code: 'TOKEN_OF_ANOTHER', message: expect.any(String) } },
    });
    expect(await short.ended).toMatchObject({ code: 'UNAUTHENTICATED', after: short.received[0]?.extensions.cursor });
    await takenInRecord(hub);
    for (const held of [renewed, platform]) await held.until(2);
    await client.dispose();
  });

  it('when the party is suspended or the user loses the role, as soon as the replica knows', async () => {
    const center = demoParticipants.find(({ id }) => id === 'center');
    if (!center) throw new Error('The demo has no centre.');
    const users = demoUsersOf(center);
    const told = (staff: typeof users) => ({
      kind: 'ParticipantChanged', subjectType: 'Participant', subjectId: 'center',
      payload: { id: 'center', kind: center.kind, level: null, name: center.name, uscc: center.uscc, regionCode: center.regionCode, state: 'ACTIVE', users: staff.map(({ id, roles, active }) => ({ id, roles, active })) },
    });
    const held = await hub.subscribe<TakenIn>(analyst, query, { after: await hub.cursorOfNow() });
    await takenInRecord(hub);
    await held.until(1);
    hub.others.say(told(users.map((user) => ({ ...user, roles: ['SAMPLER'] }))));
    expect(await held.ended).toMatchObject({ code: 'UNAUTHENTICATED', message: expect.stringContaining('no active member'), after: held.received[0]?.extensions.cursor });
    hub.others.say(told(users));
    await eventually(() => hub.ask(analyst, '{ __typename }'), ({ status }) => status === 200);
  });
});

describe('the WebSocket of a subgraph', () => {
  it('is closed to who brings a token that is not valid', async () => {
    const held = hold(subscriptionClient(hub.url, { authorization: 'Bearer x' }), { query });
    expect(await held.ended).toMatchObject({ code: 4403, message: 'UNAUTHENTICATED' });
    await held.leave();
  });

  it('answers subscriptions alone, and they are answered nowhere else', async () => {
    for (const other of ['{ __typename }', 'mutation { takeInRiskInformation(items: []) { outcomes { disposition } } }']) {
      const held = await hub.subscribe(analyst, other);
      expect(await held.ended).toMatchObject({ code: 'SOCKET_FOR_SUBSCRIPTIONS_ONLY' });
      await held.leave();
    }
    const { data, errors } = await hub.ask<{ riskInformationTakenIn: null }>(analyst, 'subscription { riskInformationTakenIn { kind } }');
    expect(data?.riskInformationTakenIn ?? null).toBeNull();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([expect.stringMatching(/SUBSCRIPTION_NEEDS_SOCKET|BAD_REQUEST/)]);
  });

  it('refuses what is no valid operation by code, and who may not subscribe at all by the terms', async () => {
    const codeOf = async (asker: string, text: string, variables = {}) => {
      const held = await hub.subscribe(asker, text, variables);
      const { code } = await held.ended;
      await held.leave();
      return code;
    };
    expect(await codeOf(analyst, 'subscription {')).toBe('GRAPHQL_PARSE_FAILED');
    expect(await codeOf(analyst, 'subscription { nothing }')).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(await codeOf(analyst, query, { after: 5 })).toBe('VALUE_INVALID');
    expect(await codeOf('merchant-1', query)).toBe('SHARING_NOT_IN_AUDIENCE');
    expect(await codeOf('platform-1', 'subscription { sampleMoved { kind } }')).toBe('SHARING_NOT_IN_AUDIENCE');
  });

  it('reads for a slow subscriber only as fast as that one reads, and loses nothing', async () => {
    // What is read many times over makes a payload of 240 KB.
    const description = 'x'.repeat(4_000);
    const fields = Array.from({ length: 60 }, (_, index) => `d${index}: hazardDescription`).join(' ');
    const { client, opened } = reachable({ authorization: await bearer('1h') });
    const after = await hub.cursorOfNow();
    const written: string[] = [];
    for (let count = 0; count < 120; count += 1) written.push(await takenInRecord(hub, { hazardDescription: description, sourceRecord: { source: 'SLOW', key: randomUUID(), content: 'x' } }));
    const first = hold<TakenIn>(client, { query: 'subscription { riskInformationTakenIn { kind } }' }, false);
    (await opened()).pause();
    const slow = hold<TakenIn>(client, { query: query.replace('{ id }', `{ id ${fields} }`), variables: { after } }, false);
    const reads = async (milliseconds: number) =>
      (await statementsOf(() => new Promise((resolve) => setTimeout(resolve, milliseconds)))).statements.filter(({ sql }) => sql.includes('"risk_information"')).length;
    let readAhead = 0;
    await eventually(
      async () => {
        const more = await reads(500);
        readAhead += more;
        return more;
      },
      (more) => more === 0 && readAhead > 0,
    );
    expect(readAhead).toBeLessThan(60);
    (await opened()).resume();
    expect((await slow.until(120)).map(({ data }) => data.riskInformationTakenIn.riskInformation.id)).toEqual(written);
    await first.leave();
    await client.dispose();
  });

  it('lets go of everything when subscribers leave', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const sockets = () => process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
    const after = await hub.cursorOfNow();
    const before = { timers: timers(), sockets: sockets() };
    const held = await Promise.all(Array.from({ length: 30 }, () => hub.subscribe<TakenIn>(analyst, query, { after })));
    await takenInRecord(hub);
    for (const each of held) await each.until(1);
    await Promise.all(held.map((each) => each.leave()));
    await eventually(async () => timers(), (now) => now <= before.timers);
    await eventually(async () => sockets(), (now) => now <= before.sockets + 2);
  });

  it('is closed with 1001 when the subgraph stops', async () => {
    const { client, opened } = reachable({ authorization: await bearer('1h') });
    const held = hold<TakenIn>(client, { query, variables: { after: await hub.cursorOfNow() } }, false);
    await takenInRecord(hub);
    await held.until(1);
    const socket = await opened();
    const closed = new Promise((resolve) => socket.once('close', (code) => resolve(code)));
    await hub.restart();
    expect(await held.ended).toMatchObject({ code: 'SUBSCRIPTION_INTERRUPTED', after: held.received[0]?.extensions.cursor });
    expect(await closed).toBe(1001);
    await client.dispose();
  });
});
