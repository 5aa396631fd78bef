import { describe, expect, it } from 'vitest';
import { EventQueue } from '../../src/subscriptions/event-queue.js';

const result = (bytes: number) => ({ data: { text: 'x'.repeat(bytes) }, extensions: { cursor: 'a' } });

/** How many results of a size wait when there is room for no more. */
function waitingOf(bytes: number): number {
  const queue = new EventQueue(() => undefined, () => false);
  let waiting = 0;
  for (; !queue.full && waiting < 1_000; waiting += 1) queue.push(result(bytes));
  return waiting;
}

describe('what waits for a slow client', () => {
  it('is bounded in number, and in bytes where results are large', () => {
    expect([waitingOf(100), waitingOf(100_000), waitingOf(5_000_000)]).toEqual([64, 11, 1]);
  });

  it('counts the bytes of what waits still, and of nothing that has left or was dropped', async () => {
    const queue = new EventQueue(() => undefined, () => false);
    for (let each = 0; each < 11; each += 1) queue.push(result(100_000));
    expect(queue.full).toBe(true);
    await queue.next();
    expect(queue.full).toBe(false);
    queue.push(result(100_000));
    expect(queue.full).toBe(true);
    queue.end();
    expect(queue.full).toBe(false);
  });
});
