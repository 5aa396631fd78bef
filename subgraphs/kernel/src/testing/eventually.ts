import { setTimeout as delay } from 'node:timers/promises';

/** Waits until a question has a satisfying answer, for what follows by event; fails with the last answer after ten seconds. */
export async function eventually<T>(question: () => Promise<T>, satisfied: (answer: T) => boolean): Promise<T> {
  const until = Date.now() + 10_000;
  for (;;) {
    const answer = await question();
    if (satisfied(answer)) return answer;
    if (Date.now() > until) throw new Error(`Still not so after ten seconds: ${JSON.stringify(answer).slice(0, 500)}`);
    await delay(25);
  }
}
