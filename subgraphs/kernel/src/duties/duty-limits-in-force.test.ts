import { dutyLimitContent } from '@hub/schema/code-lists/duty-limit-codes.js';
import { dutyLimits } from '@hub/schema/code-lists/duty-limits.js';
import { expect, it } from 'vitest';
import type { Transaction } from '../unit-of-work/transaction.js';
import { dutyLimitsInForce } from './duty-limits-in-force.js';

const day = new Date('2026-03-01T00:00:00Z');
/** An owner that has heard of limits by which samples are shipped within so many days; it answers when it is told to. */
function owner(days: number) {
  const content = JSON.stringify(dutyLimitContent({ ...dutyLimits, ShipSample: { ...dutyLimits.ShipSample, within: { amount: days, unit: 'CALENDAR_DAY' } } }));
  const hash = `hash of ${days}`;
  let answer = () => {};
  const answers = new Promise<void>((resolve) => (answer = resolve));
  const tx: Transaction = {
    $queryRawUnsafe: async <T>(_statement: string, _list: unknown, known: unknown) => {
      await answers;
      return [{ hash, content: known === hash ? null : content }] as T;
    },
    $executeRawUnsafe: async () => 0,
  };
  return { answer, days: async () => (await dutyLimitsInForce(tx, day)).ShipSample.within.amount };
}

it('reads for each owner what that owner has heard of, whoever else asks in the same process meanwhile', async () => {
  const [before, after] = [owner(4), owner(6)];
  before.answer();
  expect(await before.days()).toBe(4);
  const slow = owner(4);
  const asked = slow.days();
  after.answer();
  expect(await after.days()).toBe(6);
  slow.answer();
  expect(await asked).toBe(4);
});
