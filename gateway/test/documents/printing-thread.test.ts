import { expect, it } from 'vitest';
import { PrintGivenUp, PrintingThread } from '../../src/documents/printing/printing-thread.js';

const label = { kind: 'shelf-label', rows: [['row0', { id: '1', warehousing: { place: 'A-03-2' } }]], notes: undefined, words: {}, origin: 'https://hub.example.cn', dated: '2026-11-20T16:30:00Z', paper: 'label', mostPages: 1 } as const;

it('a document that takes longer than it may is given up, and what waits behind it is not lost', async () => {
  const hasty = new PrintingThread(1);
  const [first, second] = await Promise.allSettled([hasty.print(label), hasty.print(label)]);
  expect([first, second]).toEqual([expect.objectContaining({ reason: expect.any(PrintGivenUp) }), expect.objectContaining({ reason: expect.any(PrintGivenUp) })]);
  await hasty.close();
  await expect(hasty.print(label)).rejects.toThrow('being closed');
});
