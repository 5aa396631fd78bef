import { getEventListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { withEither } from './with-either.js';

const two = () => [new AbortController(), new AbortController()] as const;

it.each([0, 1])('what runs is given up when one of the signals aborts, for its reason', async (which) => {
  const sources = two();
  const running = withEither(sources.map(({ signal }) => signal), (either) => delay(60_000, undefined, { signal: either }));
  sources[which]?.abort('enough');
  await expect(running).rejects.toMatchObject({ name: 'AbortError', cause: 'enough' });
});

it('what runs under a signal that has aborted before knows it from the beginning', async () => {
  const [first, second] = two();
  second.abort('before');
  expect(await withEither([first.signal, second.signal], async ({ aborted, reason }) => ({ aborted, reason: reason as unknown }))).toEqual({ aborted: true, reason: 'before' });
});

it('a run that is over is heard of no more by signals that live on, whether it came to an end, failed or was given up, and nothing begun in it waits on', async () => {
  const [first, second] = two();
  const begun: AbortSignal[] = [];
  const run = (end: () => Promise<string>) =>
    withEither([first.signal, second.signal], (either) => {
      begun.push(either);
      expect([first, second].map(({ signal }) => getEventListeners(signal, 'abort').length)).toEqual([1, 1]);
      return end();
    });
  expect(await run(async () => 'done')).toBe('done');
  await expect(run(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  await expect(run(async () => (second.abort(), delay(60_000, '', { signal: begun.at(-1)! })))).rejects.toMatchObject({ name: 'AbortError' });
  expect([first, second].map(({ signal }) => getEventListeners(signal, 'abort').length)).toEqual([0, 0]);
  expect(begun.map(({ aborted }) => aborted)).toEqual([true, true, true]);
});
