import { setTimeout as delay } from 'node:timers/promises';

/** Shorter than a test may take, so that the last answer is told; long enough for a process to start on a busy machine. */
export const patienceSeconds = 25;

/** Waits until a question has a satisfying answer, for what follows by event; fails with the last answer after 25 seconds. */
export async function eventually<T>(question: () => Promise<T>, satisfied: (answer: T) => boolean): Promise<T> {
  const until = Date.now() + patienceSeconds * 1000;
  for (;;) {
    const answer = await question();
    if (satisfied(answer)) return answer;
    if (Date.now() > until) throw new Error(`Still not so after ${patienceSeconds} seconds: ${String(JSON.stringify(answer)).slice(0, 500)}`);
    await delay(25);
  }
}
