import { afterEach, expect, it, vi } from 'vitest';
import { PrintGivenUp, PrintingThread } from '../../src/documents/printing/printing-thread.js';

const label = { kind: 'shelf-label', rows: [['row0', { id: '1', warehousing: { place: 'A-03-2' } }]], notes: undefined, words: {}, origin: 'https://hub.example.cn', dated: '2026-11-20T16:30:00Z', paper: 'label', mostPages: 1 } as const;

afterEach(() => void vi.useRealTimers());

it('a document that takes longer than it may is given up, and what waits behind it is printed by a new thread', async () => {
  // The patience ends when the test says so; the threads have clocks of their own.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const thread = new PrintingThread(1_000);
  const [first, second] = [thread.print(label), thread.print(label)];
  const given = expect(first).rejects.toThrow(PrintGivenUp);
  vi.advanceTimersByTime(1_000);
  await given;
  const printed = await second;
  expect('bytes' in printed && Buffer.from(printed.bytes).subarray(0, 5).toString()).toBe('%PDF-');
  await thread.close();
  await expect(thread.print(label)).rejects.toThrow('being closed');
});
