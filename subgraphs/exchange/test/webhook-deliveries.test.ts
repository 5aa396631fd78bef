import { eventually } from '@hub/kernel/testing/eventually.js';
import { startSubgraph } from '@hub/kernel/service/start-subgraph.js';
import { replaceParticipant } from '@hub/kernel/identity/membership-events.js';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { demoParticipants, demoUsersOf } from '@hub/prisma/seed/demo-participants.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recordParticipant } from '../src/repository/record-participant.js';
import { exchangeService } from '../src/service.js';
import { userKeepingOf } from '../src/users/user-keeping-of.js';
import { suspended } from './member-acts.js';
import { receiver, verifies, type Receiver, type Received } from './webhook-receiver.js';
import { webhookDesk, type WebhookDesk } from './webhook-desk.js';

let desk: WebhookDesk;
let partner: Receiver;
beforeAll(async () => {
  desk = await webhookDesk();
});
afterAll(() => desk.hub.close());
beforeEach(async () => {
  partner = await receiver();
});
afterEach(async () => {
  for (const { id, state } of await desk.list('platform-1')) if (state !== 'REMOVED') await desk.act('platform-1', 'removeWebhook', { webhookId: id });
  await partner.close();
});

const subjects = (had: readonly Received[]) => had.map(({ body }) => body.data.exchangeEvent.subjectId);
const tellMany = (kind: string, count: number) => Array.from({ length: count }, () => desk.tell(kind));
const feed = `query ($after: String, $kinds: [String!]) { exchangeEvents(first: 500, after: $after, kinds: $kinds) {
  edges { cursor node { id owner kind subjectType subjectId occurredAt causedBy } } } }`;

describe('a webhook (5.4.3 b)', () => {
  it('is called with each event of its kinds, in order, one at a time, each with a signature that the library of Standard Webhooks verifies', async () => {
    const { secret, id } = await desk.register('platform-1', partner.url, ['Ordered']);
    const told = tellMany('Ordered', 30);
    tellMany('Other', 3);
    const had = await partner.until(30);
    expect(subjects(had)).toEqual(told);
    expect(had.every((each) => verifies(secret, each))).toBe(true);
    expect(partner.mostAtOnce()).toBe(1);
    expect(new Set(had.map((each) => each.id)).size).toBe(30);
    const { cursor, lastDeliveredAt, lastFailure } = await desk.until('platform-1', id, (webhook) => webhook.cursor === had.at(-1)?.body.data.cursor);
    expect({ cursor, lastFailure }).toEqual({ cursor: had.at(-1)?.body.data.cursor, lastFailure: null });
    expect(lastDeliveredAt).not.toBeNull();
  });

  it('carries what the query exchangeEvents gives the same party, with the same cursor, and no content', async () => {
    await desk.register('platform-1', partner.url);
    desk.tell('Carried');
    const [first] = await partner.until(1, 'Carried');
    const { edges } = (await desk.hub.ask<{ exchangeEvents: { edges: { cursor: string; node: object }[] } }>('platform-1', feed, { kinds: ['Carried'] })).data.exchangeEvents;
    expect(edges).toEqual([{ cursor: first?.body.data.cursor, node: first?.body.data.exchangeEvent }]);
    const { occurredAt } = first?.body.data ?? {};
    expect(first?.body).toEqual({ type: 'Carried', timestamp: occurredAt, data: { cursor: edges[0]?.cursor, kind: 'Carried', occurredAt, exchangeEvent: edges[0]?.node } });
  });

  it('tells whoever wants to hear of publications of each version of a schema, signed, until his receiver takes it, and nobody of its text', async () => {
    const { secret } = await desk.register('platform-1', partner.url, ['SchemaPublished']);
    partner.answerBy((response) => void response.writeHead(503).end());
    const payload = { id: 'version-7', subgraph: 'platforms', version: 7, sdl: 'type Query { told: String }' };
    desk.hub.logOf('registry').say({ kind: 'SchemaPublished', subjectType: 'SchemaVersion', subjectId: 'version-7', payload });
    await partner.until(2);
    partner.answerBy((response) => void response.writeHead(204).end());
    const had = await partner.until(3);
    expect(had.every((each) => verifies(secret, each))).toBe(true);
    expect(had[0]?.body).toMatchObject({ type: 'SchemaPublished', data: { exchangeEvent: { owner: 'registry', subjectType: 'SchemaVersion', subjectId: 'version-7' } } });
    expect(had.some(({ text }) => text.includes('told: String'))).toBe(false);
  });

  it('tells nothing that is hidden from its party, and nothing of the webhooks of others', async () => {
    const { id } = await desk.register('platform-1', partner.url);
    const { id: others } = await desk.register({ identity: 'lab-1', role: 'SIGNATORY' }, 'https://receiver.example.cn/lab', ['NeverTold']);
    desk.tell('Hidden', 'Purchase');
    const shown = desk.tell('Shown');
    await partner.until(1, 'Shown');
    expect(subjects(partner.had.filter(({ body }) => body.type === 'Shown'))).toEqual([shown]);
    expect(partner.had.some(({ body }) => body.type === 'Hidden')).toBe(false);
    expect(partner.had.some(({ text }) => text.includes(others))).toBe(false);
    expect((await desk.list('platform-2')).map((webhook) => webhook.id)).not.toContain(id);
    expect(await desk.act('platform-2', 'pauseWebhook', { webhookId: id })).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  });

  it('loses and skips nothing while its receiver is down, answers wrongly or not in time', async () => {
    const { id } = await desk.register('platform-1', partner.url, ['Down']);
    const told = tellMany('Down', 2);
    await partner.until(2);
    await partner.stopListening();
    told.push(...tellMany('Down', 2));
    const away = await desk.until('platform-1', id, ({ lastFailure }) => lastFailure?.failure === 'UNREACHABLE');
    expect(away.failingSince).not.toBeNull();
    expect(away.nextAttemptAt).not.toBeNull();
    partner.answerBy((response) => void response.writeHead(503).end('a secret of the receiver'));
    await partner.listenAgain();
    const wrong = await desk.until('platform-1', id, ({ lastFailure }) => lastFailure?.status === 503);
    expect(JSON.stringify(wrong)).not.toContain('a secret of the receiver');
    partner.answerBy(() => undefined);
    await desk.until('platform-1', id, ({ lastFailure }) => lastFailure?.failure === 'TIMED_OUT');
    partner.answerBy((response) => void response.writeHead(204).end());
    const well = await desk.until('platform-1', id, ({ failingSince }) => failingSince === null);
    expect(well.state).toBe('ACTIVE');
    await eventually(async () => new Set(subjects(partner.had)).size, (count) => count === 4);
    expect([...new Set(subjects(partner.had))]).toEqual(told);
    // Repetitions of an event carry the same id, and no two events share one.
    expect(new Set(partner.had.map((each) => `${each.id} ${each.body.data.exchangeEvent.id}`)).size).toBe(4);
    expect(new Set(partner.had.map((each) => each.id)).size).toBe(4);
  });

  it('is not redirected', async () => {
    const elsewhere = await receiver();
    partner.answerBy((response) => void response.writeHead(307, { location: elsewhere.url }).end());
    const { id } = await desk.register('platform-1', partner.url, ['Redirected']);
    desk.tell('Redirected');
    await desk.until('platform-1', id, ({ lastFailure }) => lastFailure?.status === 307);
    expect(elsewhere.had).toEqual([]);
    await elsewhere.close();
  });

  it('stops at 410, says so, and goes on from where it stood when it is resumed', async () => {
    partner.answerBy((response) => void response.writeHead(410).end());
    const { id } = await desk.register('platform-1', partner.url, ['Gone', 'WebhookStopped']);
    const told = tellMany('Gone', 2);
    const stopped = await desk.until('platform-1', id, ({ state }) => state === 'STOPPED');
    expect(stopped.stoppedBecause).toMatchObject({ code: 'WEBHOOK_GONE', message: expect.stringContaining('410') });
    expect(partner.had).toHaveLength(1);
    partner.answerBy((response) => void response.writeHead(200).end('ok'));
    expect(await desk.act('platform-1', 'resumeWebhook', { webhookId: id })).toMatchObject({ value: { state: 'ACTIVE', stoppedBecause: null } });
    const had = await partner.until(4);
    expect(subjects(had.slice(1))).toEqual([...told, id]);
    expect(had[0]?.id).toBe(had[1]?.id);
  });

  it('waits while it is paused, and goes on from there, or from now where that is asked for', async () => {
    const { id } = await desk.register('platform-1', partner.url, ['Paused']);
    await desk.act('platform-1', 'pauseWebhook', { webhookId: id });
    const missed = tellMany('Paused', 2);
    await eventually(() => desk.hub.database.exchangeEvent.count({ where: { kind: 'Paused' } }), (count) => count === 2);
    expect(partner.had).toEqual([]);
    await desk.act('platform-1', 'resumeWebhook', { webhookId: id });
    expect(subjects(await partner.until(2))).toEqual(missed);

    await desk.act('platform-1', 'pauseWebhook', { webhookId: id });
    tellMany('Paused', 2);
    await eventually(() => desk.hub.database.exchangeEvent.count({ where: { kind: 'Paused' } }), (count) => count === 4);
    await desk.act('platform-1', 'resumeWebhook', { webhookId: id, skipMissed: true });
    const later = desk.tell('Paused');
    expect(subjects(await partner.until(3))).toEqual([...missed, later]);
  });

  it('signs with both secrets for a while after one was replaced, then with the new one alone', async () => {
    const { id, secret } = await desk.register('platform-1', partner.url, ['Signed']);
    const { secret: newer, value } = await desk.act('platform-1', 'replaceWebhookSecret', { webhookId: id, keepPreviousHours: 2 });
    expect(value?.previousSecretUntil).not.toBeNull();
    desk.tell('Signed');
    const [both] = await partner.until(1);
    expect(both && [secret, newer ?? ''].map((each) => verifies(each, both))).toEqual([true, true]);
    expect(both?.signature).toMatch(/^v1,\S+ v1,\S+$/);

    const { secret: newest } = await desk.act('platform-1', 'replaceWebhookSecret', { webhookId: id, keepPreviousHours: 0 });
    desk.tell('Signed');
    const [, alone] = await partner.until(2);
    expect(alone && [secret, newer ?? '', newest ?? ''].map((each) => verifies(each, alone))).toEqual([false, false, true]);
    await desk.hub.database.webhook.update({ where: { id }, data: { previousSecret: 'x', previousSecretUntil: new Date(Date.now() - 1) } });
    expect((await desk.seenBy('platform-1', id)).previousSecretUntil).toBeNull();
  });

  it('gives its secret to who registers it and to nobody after, and the database does not hold it readable', async () => {
    const idempotencyKey = 'the answer was lost';
    const item = { idempotencyKey, url: partner.url, kinds: ['NeverTold'], description: '业务系统' };
    const { secret, value } = await desk.act('platform-1', 'registerWebhook', item);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(await desk.act('platform-1', 'registerWebhook', item)).toMatchObject({ secret, value: { id: value?.id } });
    await desk.act('platform-1', 'replaceWebhookSecret', { webhookId: value?.id });
    expect(await desk.act('platform-1', 'registerWebhook', item)).toMatchObject({ secret: null, value: { id: value?.id } });
    const bare = (secret ?? '').slice('whsec_'.length);
    const tables = await desk.hub.database.$queryRawUnsafe<{ name: string }[]>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'kernel')`,
    );
    for (const { name } of tables) expect(await desk.hub.database.$queryRawUnsafe(`SELECT 1 AS held FROM ${name} t WHERE strpos(t::text, $1) > 0`, bare)).toEqual([]);
  });

  it('makes no more calls once it was removed during one, and keeps no secret', async () => {
    const { id } = await desk.register('platform-1', partner.url, ['Removed']);
    let held: () => void = () => undefined;
    partner.answerBy((response) => (held = () => void response.writeHead(204).end()));
    tellMany('Removed', 3);
    await partner.until(1);
    expect(await desk.act('platform-1', 'removeWebhook', { webhookId: id })).toMatchObject({ value: { state: 'REMOVED', cursor: null } });
    held();
    const { id: witness } = await desk.register('platform-1', partner.url, ['Witness']);
    partner.answerBy((response) => void response.writeHead(204).end());
    desk.tell('Witness');
    await partner.until(1, 'Witness');
    await desk.until('platform-1', witness, ({ cursor }) => cursor !== null);
    expect(partner.had.filter(({ body }) => body.type === 'Removed')).toHaveLength(1);
    expect(await desk.hub.database.webhook.findUnique({ where: { id } })).toMatchObject({ sealedSecret: null, previousSecret: null, toldPosition: null });
  });

  it('is called by one process at a time where several of the owner run', async () => {
    const second = await startSubgraph(exchangeService, { ...desk.hub.environment, port: 0 });
    try {
      partner.answerBy((response) => void setTimeout(() => response.writeHead(204).end(), 5));
      await desk.register('platform-1', partner.url, ['Shared']);
      const told = tellMany('Shared', 60);
      expect(subjects(await partner.until(60))).toEqual(told);
      expect(partner.mostAtOnce()).toBe(1);
    } finally {
      await second.close();
    }
    expect(partner.had).toHaveLength(60);
  });

  it('keeps the calls that failed, and of those acknowledged the last', async () => {
    let refusals = 2;
    partner.answerBy((response) => void response.writeHead((refusals -= 1) >= 0 ? 500 : 204).end());
    const { id } = await desk.register('platform-1', partner.url, ['Kept']);
    tellMany('Kept', 4);
    const had = await partner.until(6);
    const { attempts } = await desk.until('platform-1', id, ({ cursor }) => cursor === had.at(-1)?.body.data.cursor);
    expect(attempts.map(({ status }) => status)).toEqual([204, 500, 500]);
    expect(attempts[0]?.messageId).toBe(had.at(-1)?.id);
  });

  it('goes on after a restart with the event after the last that was acknowledged', async () => {
    await desk.register('platform-1', partner.url, ['Restarted']);
    const told = tellMany('Restarted', 1);
    await partner.until(1);
    await eventually(() => desk.hub.database.webhook.count({ where: { toldPosition: { not: null }, kinds: { has: 'Restarted' } } }), (count) => count === 1);
    await desk.hub.restart();
    told.push(...tellMany('Restarted', 2));
    expect(subjects(await partner.until(3))).toEqual(told);
  });
});

describe('a webhook whose log or reader has changed', () => {
  it('stops where the log was archived before its place or restored, and can only go on from now', async () => {
    const { id } = await desk.register('platform-1', partner.url, ['Archived']);
    await desk.act('platform-1', 'pauseWebhook', { webhookId: id });
    await desk.hub.database.webhook.update({ where: { id }, data: { epoch: '00000000-0000-4000-8000-000000000000' } });
    await desk.act('platform-1', 'resumeWebhook', { webhookId: id });
    const stopped = await desk.until('platform-1', id, ({ state }) => state === 'STOPPED');
    expect(stopped.stoppedBecause?.code).toBe('EVENT_CURSOR_BEFORE_RESTORE');
    await desk.act('platform-1', 'resumeWebhook', { webhookId: id, skipMissed: true });
    const told = desk.tell('Archived');
    expect(subjects(await partner.until(1))).toEqual([told]);

    await desk.act('platform-1', 'pauseWebhook', { webhookId: id });
    tellMany('Archived', 2);
    await eventually(() => desk.hub.database.exchangeEvent.count({ where: { kind: 'Archived' } }), (count) => count === 3);
    await desk.hub.database.exchangeEvent.deleteMany({ where: { subjectId: { not: '' } } });
    await desk.act('platform-1', 'resumeWebhook', { webhookId: id });
    expect((await desk.until('platform-1', id, ({ state }) => state === 'STOPPED')).stoppedBecause?.code).toBe('EVENT_CURSOR_ARCHIVED');
  });

  it('stops when its reader has lost the role, and goes on in the name of who resumes it', async () => {
    const { id } = await desk.register({ identity: 'platform-1', user: 2 }, partner.url, ['Reader']);
    const party = demoParticipants.find((each) => each.id === 'platform-1');
    if (!party) throw new Error('There is no platform-1.');
    const { kind, level, name, uscc, regionCode } = party;
    const users = demoUsersOf(party).map((user) => (user.id === 'platform-1.2' ? { ...user, roles: ['ANALYST'] } : user));
    const circumstances = { owner: 'exchange', at: new Date(), actor: null, causedBy: [] };
    await inUnitOfWork(desk.hub.database, circumstances, (unit) => recordParticipant(unit, { id: party.id, kind, level, name, uscc, regionCode, users }, userKeepingOf(desk.hub.environment)));
    await eventually(() => desk.hub.ask({ identity: 'platform-1', user: 2 }, '{ viewer { userId } }'), ({ status }) => status === 401);
    const told = desk.tell('Reader');
    const stopped = await desk.until('platform-1', id, ({ state }) => state === 'STOPPED');
    expect(stopped.stoppedBecause?.code).toBe('WEBHOOK_READER_GONE');
    expect(partner.had).toEqual([]);
    await desk.act('platform-1', 'resumeWebhook', { webhookId: id });
    expect(subjects(await partner.until(1))).toEqual([told]);
  });

  it('goes by the replica as another process may have left it, not by what this one remembers', async () => {
    const { id } = await desk.register({ identity: 'platform-1', user: 3, role: 'OFFICER' }, partner.url, ['Remembered']);
    const party = demoParticipants.find((each) => each.id === 'platform-1');
    if (!party) throw new Error('There is no platform-1.');
    const without = demoUsersOf(party).filter((user) => user.id !== 'platform-1.3');
    const change = { ...party, state: 'ACTIVE' };
    // This process remembers none of both changes of the table.
    await replaceParticipant(desk.hub.database, { ...change, users: without });
    desk.tell('Remembered');
    expect((await desk.until('platform-1', id, ({ state }) => state === 'STOPPED')).stoppedBecause?.code).toBe('WEBHOOK_READER_GONE');
    expect(partner.had).toEqual([]);
    await replaceParticipant(desk.hub.database, { ...change, users: [...without, { id: 'platform-1.9', roles: ['OFFICER'], active: true }] });
    const { reader } = await desk.hub.database.webhook.findUniqueOrThrow({ where: { id } });
    await desk.act('platform-1', 'resumeWebhook', { webhookId: id });
    await partner.until(1);
    await desk.hub.database.webhook.update({ where: { id }, data: { reader: { ...(reader as object), userId: 'platform-1.9' } } });
    desk.tell('Remembered');
    await partner.until(2);
    await replaceParticipant(desk.hub.database, { ...change, users: demoUsersOf(party) });
  });

  it('stops when its party is suspended', async () => {
    // Of one kind, none of which is on its way then: a call that was begun before the suspension may still arrive after it.
    const { id } = await desk.register('merchant-1', partner.url, ['Suspended']);
    const told = desk.tell('Suspended', 'Participant');
    await partner.until(1);
    await eventually(() => desk.hub.database.webhook.findUniqueOrThrow({ where: { id } }), ({ lastDeliveredAt }) => lastDeliveredAt !== null);
    await suspended(desk.hub, 'merchant-1');
    await eventually(() => desk.hub.ask('merchant-1', '{ viewer { userId } }'), ({ status }) => status === 401);
    desk.tell('Suspended', 'Participant');
    const row = await eventually(() => desk.hub.database.webhook.findUniqueOrThrow({ where: { id } }), ({ state }) => state === 'STOPPED');
    expect(row.stoppedBecause).toBe('WEBHOOK_READER_GONE');
    expect(subjects(partner.had)).toEqual([told]);
  });
});
