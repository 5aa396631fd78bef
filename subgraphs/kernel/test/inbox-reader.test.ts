import { setTimeout as delay } from 'node:timers/promises';
import { connect } from '@hub/prisma/clients/connect.js';
import { PrismaClient } from '@hub/prisma/regulator/generated/client.js';
import { cloneDatabase, type ClonedDatabase } from '@hub/prisma/test-databases/clone-database.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { InboxReader, type InboxReaderOptions } from '../src/inbox/inbox-reader.js';
import type { InboxHandler } from '../src/inbox/inbox-handler.js';
import { eventually } from '../src/testing/eventually.js';
import { playedLog, type PlayedLog } from '../src/testing/played-log.js';

let clone: ClonedDatabase;
let database: PrismaClient;
let log: PlayedLog;
let reader: InboxReader<never> | undefined;

beforeAll(async () => {
  clone = await cloneDatabase('regulator');
  database = connect(PrismaClient, clone.url);
  log = await playedLog();
});
afterEach(() => reader?.stop());
afterAll(async () => {
  await database.$disconnect();
  await log.close();
  await clone.drop();
});

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

function readerOf(source: string, handler: InboxHandler<never>, onTaken: (kinds: ReadonlySet<string>) => Promise<void> = async () => undefined, more: Partial<InboxReaderOptions<never>> = {}) {
  return new InboxReader<never>({
    owner: 'regulator',
    source,
    sourceUrl: () => log.url,
    database: database as never,
    token: async () => 'a token',
    handlerOf: () => handler,
    onTaken,
    log: silent,
    ...more,
  });
}

const say = (kind: string) => log.say({ kind, subjectType: 'X', subjectId: kind, payload: null });

describe('an inbox', () => {
  it('takes each event in once and in order, also when it is read again from the start', async () => {
    const taken: string[] = [];
    const handler: InboxHandler<never> = async (_unit, event) => void taken.push(event.kind);
    say('A');
    say('B');
    reader = readerOf('first', handler);
    void reader.start();
    await eventually(async () => taken.length, (count) => count === 2);
    await reader.stop();
    await database.$executeRawUnsafe("UPDATE kernel.inbox_cursor SET position = 0 WHERE source = 'first'");
    reader = readerOf('first', handler);
    void reader.start();
    say('C');
    await eventually(async () => taken.at(-1), (last) => last === 'C');
    expect(taken).toEqual(['A', 'B', 'C']);
  });

  it('has heard everything only behind its last page, and of the time at which it asked for that', async () => {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const taken: string[] = [];
    let heard = 0;
    const handler: InboxHandler<never> = async (_unit, event) => {
      taken.push(event.kind);
      if (event.kind === 'PAGE_TWO') await held;
    };
    say('PAGE_ONE');
    say('PAGE_TWO');
    const before = new Date();
    reader = readerOf('pages', handler, undefined, { pageSize: 1, onHeard: () => (heard += 1) });
    void reader.start();
    await eventually(async () => taken.at(-1), (last) => last === 'PAGE_TWO');
    const heardAt = async () => (await database.$queryRawUnsafe<{ heard_at: Date }[]>("SELECT heard_at FROM kernel.inbox_cursor WHERE source = 'pages'"))[0]?.heard_at;
    expect([heard, await heardAt()]).toEqual([0, new Date(0)]);
    letGo();
    await eventually(async () => heard, (times) => times > 0);
    expect((await heardAt())!.getTime()).toBeGreaterThanOrEqual(before.getTime());
  });

  it('holds back what follows an event that cannot be taken in, says which, and goes on by itself', async () => {
    const taken: string[] = [];
    const told: string[] = [];
    let broken = true;
    reader = readerOf(
      'second',
      async (_unit, event) => {
        if (event.kind === 'POISON' && broken) throw new Error('the handler fails');
        taken.push(event.kind);
      },
      async (kinds) => void told.push(...kinds),
    );
    say('BEFORE');
    const id = say('POISON');
    say('AFTER');
    void reader.start();
    await eventually(async () => reader?.stuckOn, (stuckOn) => stuckOn === `POISON ${id}`);
    expect(taken).toContain('BEFORE');
    expect(taken).not.toContain('AFTER');
    // What was committed before the fault has taken effect all the same.
    expect(told).toContain('BEFORE');
    broken = false;
    await eventually(async () => taken, (kinds) => kinds.includes('AFTER'));
    expect(taken.filter((kind) => kind === 'BEFORE')).toHaveLength(1);
    await eventually(async () => reader?.stuckOn, (stuckOn) => stuckOn === undefined);
    expect(reader.fault).toBeUndefined();
  });

  it('keeps meanwhile what is only kept of what follows, once and also after a restart: no suspension waits for an event that cannot be taken in', async () => {
    const [taken, kept, told]: [string[], string[], string[]] = [[], [], []];
    let broken = true;
    const start = () => {
      reader = readerOf(
        'keeping',
        async (_unit, { kind }) => {
          if (kind === 'BROKEN' && broken) throw new Error('the handler fails');
          taken.push(kind);
        },
        async (kinds) => void told.push(...kinds),
        { keeperOf: () => async (_unit, { kind }) => void kept.push(kind) },
      );
      void reader.start();
    };
    start();
    say('BROKEN');
    say('SUSPENDED_FIRST');
    await eventually(async () => told, (kinds) => kinds.includes('SUSPENDED_FIRST'));
    expect(taken).not.toContain('SUSPENDED_FIRST');
    await reader?.stop();
    start();
    say('SUSPENDED_NEXT');
    await eventually(async () => told, (kinds) => kinds.includes('SUSPENDED_NEXT'));
    expect(reader?.stuckOn).toMatch(/^BROKEN /);
    broken = false;
    await eventually(async () => taken, (kinds) => kinds.includes('SUSPENDED_NEXT'));
    expect(taken.slice(taken.indexOf('BROKEN'))).toEqual(['BROKEN', 'SUSPENDED_FIRST', 'SUSPENDED_NEXT']);
    expect(kept.filter((kind) => kind.startsWith('SUSPENDED'))).toEqual(['SUSPENDED_FIRST', 'SUSPENDED_NEXT']);
  });

  it('leaves nothing of an event whose handler fails', async () => {
    reader = readerOf('third', async (unit) => {
      await (unit.tx as unknown as PrismaClient).$executeRawUnsafe(
        "INSERT INTO kernel.number_count (holder, kind, year, last) VALUES ('HALF', 'SAMPLE', 2026, 1)",
      );
      throw new Error('after the write');
    });
    void reader.start();
    await eventually(async () => reader?.stuckOn, (stuckOn) => stuckOn !== undefined);
    await delay(300);
    expect(await database.$queryRawUnsafe("SELECT 1 FROM kernel.number_count WHERE holder = 'HALF'")).toEqual([]);
  });

  it('tells again what could not be told, so that no change of membership is forgotten', async () => {
    let failures = 2;
    const told: string[] = [];
    reader = readerOf('fourth', async () => undefined, async (kinds) => {
      if ((failures -= 1) >= 0) throw new Error('the replica cannot be read');
      told.push(...kinds);
    });
    void reader.start();
    expect(await eventually(async () => told.length, (count) => count > 0)).toBeGreaterThan(0);
  });

  it('has what another process took in meanwhile read anew, when it comes back after a fault', async () => {
    let away = true;
    let known = 0;
    const taken = async () => (await database.$queryRawUnsafe<unknown[]>("SELECT 1 FROM kernel.inbox_event WHERE source = 'fifth'")).length;
    const returning = readerOf('fifth', async () => undefined, async () => undefined, {
      token: async () => {
        if (away) throw new Error('no way to the source');
        return 'a token';
      },
      onPlaceRead: async () => void (known = await taken()),
    });
    void returning.start();
    await eventually(async () => returning.fault, (fault) => fault !== undefined);
    say('MEANWHILE');
    reader = readerOf('fifth', async () => undefined);
    void reader.start();
    const count = await eventually(taken, (found) => found > 0);
    await eventually(async () => known, (found) => found >= count);
    away = false;
    await eventually(async () => returning.caughtUp, (caughtUp) => caughtUp);
    await returning.stop();
  });
});
