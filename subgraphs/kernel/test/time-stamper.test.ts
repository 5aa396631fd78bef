import { connect } from '@hub/prisma/clients/connect.js';
import { recordStatements } from '@hub/prisma/clients/record-statements.js';
import { PrismaClient } from '@hub/prisma/labs/generated/client.js';
import { cloneDatabase } from '@hub/prisma/test-databases/clone-database.js';
import { expect, test } from 'vitest';
import { TimeStamper } from '../src/preservation/time-stamper.js';
import type { NewPreservedEntry } from '../src/preservation/preserved-entry.js';
import type { TimeStamp } from '../src/time-stamps/time-stamp-authority.js';
import type { Transaction } from '../src/unit-of-work/transaction.js';

const checkpoint = { id: 'a-checkpoint', first: 1, position: 3, previous: 'before', hash: 'third', at: new Date() };
const stamp = { token: new Uint8Array([1]), at: new Date() } as TimeStamp;

/** A stamper over a record that always has something to stamp, and an authority that answers as it is told. */
function stamper(answers: () => Promise<TimeStamp>) {
  const [entered, told]: [NewPreservedEntry[], string[]] = [[], []];
  const database = { $queryRawUnsafe: async () => [checkpoint] } as unknown as Transaction;
  const log = { info: () => undefined, warn: (_: object, text: string) => void told.push(text), error: () => undefined };
  const enter = async (entry: NewPreservedEntry) => void entered.push(entry);
  return { entered, told, running: new TimeStamper({ owner: 'labs', database, authority: { url: 'http://authority', stamp: answers }, enter, log, askAgainAfter: 20 }) };
}

test('what is sealed while a stamp is asked for is stamped after it, at once', async () => {
  let answer = () => undefined as void;
  let asked = 0;
  const { running, entered } = stamper(() => {
    asked += 1;
    return new Promise((resolve) => (answer = () => resolve(stamp)));
  });
  running.nudge();
  await expect.poll(() => asked).toBe(1);
  running.nudge();
  running.nudge();
  answer();
  await expect.poll(() => asked, { timeout: 15, interval: 1 }).toBe(2);
  const stopped = running.stop();
  answer();
  await stopped;
  expect(entered).toHaveLength(2);
});

test('an authority that does not answer is asked again', async () => {
  let asked = 0;
  const { running, entered, told } = stamper(async () => {
    asked += 1;
    if (asked < 3) throw new Error('away');
    return stamp;
  });
  await expect.poll(() => entered.length).toBeGreaterThan(0);
  await running.stop();
  expect(told.length).toBe(2);
  expect(entered[0]).toMatchObject({ kind: 'STAMPED', position: 3, authority: 'http://authority', token: 'AQ==' });
});

test('the last stamp is found by an index, however much was preserved since', async () => {
  const clone = await cloneDatabase('labs');
  const database = connect(PrismaClient, clone.url);
  try {
    await database.$executeRawUnsafe(`INSERT INTO kernel.preserved_entry
      SELECT n, CASE WHEN n = 3 THEN '{"id":"3","kind":"STAMPED","position":2}' ELSE format('{"id":"%s","kind":"NAMED","files":[]}', n) END, 'hash' FROM generate_series(1, 5000) n`);
    await database.$executeRawUnsafe(`INSERT INTO kernel.preserved_checkpoint SELECT n, gen_random_uuid(), n - 1, 'before', 'hash', now(), 'signature' FROM generate_series(2, 5000, 2) n`);
    await database.$executeRawUnsafe('VACUUM ANALYZE kernel.preserved_entry');
    const entered: NewPreservedEntry[] = [];
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const { statements } = await recordStatements(async () => {
      const running = new TimeStamper({ owner: 'labs', database, authority: { url: 'http://authority', stamp: async () => stamp }, enter: async (entry) => void entered.push(entry), log });
      running.nudge();
      await running.stop();
    });
    expect(entered).toMatchObject([{ kind: 'STAMPED', position: 5000 }]);
    const [asked] = statements.filter(({ sql }) => sql.includes('preserved_checkpoint'));
    const plan = await database.$queryRawUnsafe<Record<string, string>[]>(`EXPLAIN ${asked?.sql}`);
    expect(plan.map((line) => Object.values(line).join()).join('\n')).toContain('preserved_entry_stamps');
  } finally {
    await database.$disconnect();
    await clone.drop();
  }
});
