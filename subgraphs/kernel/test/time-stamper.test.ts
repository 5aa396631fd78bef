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
