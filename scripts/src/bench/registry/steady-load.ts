import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';

/** What became of a load that went on while something else was done. */
export interface SteadyLoad {
  readonly answered: number;
  /** Not answered, not with 200, or not with what is right; the first of them in words. */
  readonly wrong: number;
  readonly firstWrong: string | undefined;
  /** Milliseconds from when a request was due, so that one that waits for another is counted whole. */
  readonly p99: number;
  readonly longest: number;
}

/** Sends a request at a fixed rate, whatever becomes of those before it, until told to stop. */
export function steadyLoad(url: string, headers: Readonly<Record<string, string>>, request: object, { perSecond, expected }: { readonly perSecond: number; readonly expected: string }): () => Promise<SteadyLoad> {
  const { origin, pathname: path } = new URL(url);
  const pool = new Pool(origin, { connections: 256, pipelining: 1 });
  const body = JSON.stringify(request);
  const took: number[] = [];
  const underWay = new Set<Promise<void>>();
  let wrong = 0;
  let firstWrong: string | undefined;
  let running = true;
  const send = async (due: number) => {
    try {
      const response = await pool.request({ method: 'POST', path, headers: { ...headers, 'content-type': 'application/json' }, body });
      const answer = await response.body.text();
      if (response.statusCode !== 200 || answer !== expected) throw new Error(`${response.statusCode}: ${answer.slice(0, 500)}`);
      took.push(performance.now() - due);
    } catch (error) {
      wrong += 1;
      firstWrong ??= String(error);
    }
  };
  const pacing = (async () => {
    const begin = performance.now();
    for (let sent = 0; running; ) {
      const due = Math.floor(((performance.now() - begin) / 1000) * perSecond);
      for (; sent < due; sent += 1) {
        const one = send(begin + (sent / perSecond) * 1000).finally(() => underWay.delete(one));
        underWay.add(one);
      }
      await sleep(2);
    }
  })();
  return async () => {
    running = false;
    await pacing;
    await Promise.all(underWay);
    await pool.close();
    took.sort((a, b) => a - b);
    return { answered: took.length, wrong, firstWrong, p99: took[Math.floor(took.length * 0.99)] ?? Number.NaN, longest: took.at(-1) ?? Number.NaN };
  };
}
