import { setTimeout as delay } from 'node:timers/promises';
import { cloneDatabase } from '@hub/prisma/test-databases/clone-database.js';
import { ownEventLog } from '@hub/kernel/subscriptions/own-event-log.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { regulatorService } from '@hub/regulator/service.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Follower } from '../follower.js';
import { analyst, subscribedCentre, supergraphWithout, takeInAll, takenIn, type SubscribedCentre, type TakenIn } from './subscribed-centre.js';

const followersEach = 4;
const writers = 3;

let hub: SubscribedCentre;
beforeAll(async () => {
  hub = await subscribedCentre();
});
afterAll(() => hub.close());

/** Ids of all records in the order in which the owner's log tells of them. */
async function logged(): Promise<string[]> {
  const { entries } = await ownEventLog('monitoring-center', hub.centre.database).read(0, ['RiskInformationTakenIn'], 100_000);
  return entries.flatMap(({ subjectIds }) => subjectIds);
}

describe('while several write and many subscribe', () => {
  it('each gets each event once and in order, though clients, gateway, owner and database connections fail and supergraphs change', async () => {
    let second = await hub.another();
    const after = await hub.centre.cursorOfNow();
    const follow = (user: 1 | 2, url: () => string) =>
      new Follower<TakenIn>({ url, token: () => hub.centre.tokenOf({ ...analyst, user }), query: takenIn, idOf: ({ riskInformationTakenIn }) => riskInformationTakenIn.riskInformation.id, after });
    const followers = Array.from({ length: followersEach }, () => [
      follow(1, () => hub.gateway.url),
      follow(2, () => hub.gateway.url),
      follow(1, () => second.url),
    ]).flat();

    let stop = false;
    const writing = Array.from({ length: writers }, async () => {
      while (!stop) {
        await takeInAll(hub.centre, [{}, {}, {}]).catch(() => delay(50));
        await delay(20);
      }
    });
    const more = async () => {
      const count = (await logged()).length;
      await eventually(async () => (await logged().catch(() => [])).length, (now) => now > count + 10);
    };
    for (const fail of [
      () => Promise.all(followers.filter((_, index) => index % 2 === 0).map((follower) => follower.breakOff())),
      async () => {
        await second.close();
        second = await hub.another();
      },
      () => hub.centre.restart(),
      () => hub.centre.database.$queryRawUnsafe('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()'),
      async () => {
        await hub.gateway.registry.deliver(supergraphWithout('participantChanged'));
        await eventually(() => hub.offered(), (fields) => !fields.includes('participantChanged'));
      },
      () => Promise.all(followers.map((follower) => follower.breakOff())),
    ]) {
      await more();
      await fail();
    }
    await more();
    stop = true;
    await Promise.all(writing);

    const all = await logged();
    for (const follower of followers) {
      await eventually(async () => follower.had.length, (count) => count >= all.length);
      expect(follower.had).toEqual(all);
      expect(follower.returns).toBeGreaterThan(0);
    }
    await Promise.all(followers.map((follower) => follower.stop()));
    await second.close();
  }, 120_000);
});

describe('a long transaction that has written', () => {
  it('in another database of the same server holds up no event', async () => {
    const clone = await cloneDatabase('regulator');
    const elsewhere = regulatorService.connect(clone.url);
    const held = await hub.subscribe(analyst, { after: await hub.centre.cursorOfNow() });
    await elsewhere.$transaction(async (tx) => {
      await tx.$executeRawUnsafe('CREATE TABLE kernel.long_transaction (id int)');
      const [open] = await tx.$queryRawUnsafe<{ xid: string | null }[]>('SELECT pg_current_xact_id_if_assigned()::text AS xid');
      expect(open?.xid).toEqual(expect.any(String));
      const written = [await hub.takeIn(), await hub.takeIn()];
      const told = await held.until(2);
      expect(told.map(({ data }) => data.riskInformationTakenIn.riskInformation.id)).toEqual(written);
    }, { timeout: 60_000 });
    await held.leave();
    await elsewhere.$disconnect();
    await clone.drop();
  }, 60_000);
});

describe('a backup of the owner', () => {
  it('that was restored is told by code to who is subscribed and to who comes back: what was after it is nobody’s to skip', async () => {
    const { database } = hub.centre;
    await hub.takeIn();
    const [backup] = await database.$queryRaw<{ position: bigint }[]>`SELECT position FROM kernel.log_head`;
    const held = await hub.subscribe(analyst, { after: await hub.centre.cursorOfNow() });
    await hub.takeIn();
    await hub.takeIn();
    const lost = (await held.until(2))[1]?.extensions.cursor;
    await database.$executeRaw`DELETE FROM kernel.event WHERE position > ${backup?.position ?? 0n}`;
    await database.$executeRaw`UPDATE kernel.log_head SET position = ${backup?.position ?? 0n}, epoch = gen_random_uuid()`;
    await hub.centre.restart();
    // Positions are taken anew: the cursor that the client holds would stand behind these.
    for (let count = 0; count < 3; count += 1) await hub.takeIn();
    expect(await held.ended).toMatchObject({ code: 'EVENT_CURSOR_BEFORE_RESTORE', after: undefined });
    const back = await hub.subscribe(analyst, { after: lost });
    expect(await back.ended).toMatchObject({ code: 'EVENT_CURSOR_BEFORE_RESTORE', after: undefined, message: expect.stringContaining('Read the list') });
    const anew = await hub.subscribe(analyst, { after: await hub.centre.cursorOfNow() });
    const id = await hub.takeIn();
    expect((await anew.until(1))[0]?.data.riskInformationTakenIn.riskInformation.id).toBe(id);
    for (const each of [held, back, anew]) await each.leave();
  }, 60_000);
});
