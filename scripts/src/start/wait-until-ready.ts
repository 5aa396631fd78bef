import { setTimeout as delay } from 'node:timers/promises';

const between = 50;
const tellEvery = 10_000;

/** Waits until a service says that it is ready; tells every ten seconds what hinders it. Ends with the signal. */
export async function waitUntilReady(url: string, signal: AbortSignal, say: (line: string) => void): Promise<void> {
  const address = new URL('/health/ready', url);
  for (let told = Date.now(); ; ) {
    const answer = await fetch(address, { signal }).catch((error: Error) => error);
    signal.throwIfAborted();
    if (answer instanceof Response && answer.status === 200) {
      await answer.body?.cancel();
      return;
    }
    const reason = answer instanceof Response ? await answer.text() : answer.message;
    if (Date.now() - told > tellEvery) {
      told = Date.now();
      say(`Not ready yet: ${reason}`);
    }
    await delay(between, undefined, { signal });
  }
}
