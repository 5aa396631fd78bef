import type { CheckTask } from '@hub/schema/check/check-task.js';
import { afterEach, expect, it } from 'vitest';
import { CheckingThread, type CheckingThreadOptions } from './checking-thread.js';

/** A thread that answers after the milliseconds that the text of a subgraph says, and never where it says none. */
const runs = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ id, task }) => {
      const after = Number(task.supergraphInForce);
      if (after >= 0) setTimeout(() => parentPort.postMessage({ id, result: { findings: [], green: true, supergraphSdl: undefined } }), after);
    });`)}`,
);
const threads: CheckingThread[] = [];
afterEach(() => Promise.all(threads.splice(0).map((thread) => thread.close())));
function threadOf(options: CheckingThreadOptions) {
  const thread = new CheckingThread({ runs, ...options });
  threads.push(thread);
  return thread;
}
const taking = (milliseconds: number | 'for ever'): CheckTask => ({ inForce: {}, candidates: {}, approved: {}, exceptions: [], supergraphInForce: String(milliseconds) });
const timedOut = { code: 'SCHEMA_CHECK_TIMED_OUT' };

it('a check that does not end is given up alone, and those that wait get their answer', async () => {
  const { check } = threadOf({ patience: 1_500 });
  const answers = await Promise.allSettled([check(taking('for ever')), check(taking(0)), check(taking(0))]);
  expect(answers).toMatchObject([{ status: 'rejected', reason: timedOut }, { status: 'fulfilled' }, { status: 'fulfilled' }]);
});

it('its time begins when the thread begins with it', async () => {
  const { check } = threadOf({ patience: 3_000 });
  const answers = await Promise.allSettled([check(taking(1_200)), check(taking(1_200)), check(taking(1_200))]);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
});

it('who has waited too long is told so, and nobody else', async () => {
  const { check } = threadOf({ patience: 10_000, longest: 4_000 });
  const answers = await Promise.allSettled([check(taking(2_500)), check(taking(2_500)), check(taking(0))]);
  expect(answers).toMatchObject([{ status: 'fulfilled' }, { status: 'rejected', reason: timedOut }, { status: 'rejected', reason: timedOut }]);
  await expect(check(taking(0))).resolves.toMatchObject({ green: true });
});

it('what others wait for is checked before what was only asked', async () => {
  const { check } = threadOf({});
  const order: string[] = [];
  const asked = (name: string, first: boolean) => check(taking(0), { first }).then(() => order.push(name));
  await Promise.all([asked('under way', false), asked('asked', false), asked('asked too', false), asked('brought back', true)]);
  expect(order).toEqual(['under way', 'brought back', 'asked', 'asked too']);
});

it('one user’s checks do not keep all others waiting: so many wait at once, and the next is told so', async () => {
  const { check } = threadOf({ ofOneUser: 2 });
  const answers = await Promise.allSettled(['a', 'a', 'a', 'b'].map((by) => check(taking(0), { by })));
  expect(answers).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled' }, { status: 'rejected', reason: { code: 'WAITS_TOO_MANY' } }, { status: 'fulfilled' }]);
  await expect(check(taking(0), { by: 'a' })).resolves.toMatchObject({ green: true });
});
