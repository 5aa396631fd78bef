import { Pool } from 'undici';

/** What was done under load: requests a second, and how long they took, in milliseconds. */
export interface Loaded {
  /** How many were answered. */
  readonly requests: number;
  readonly throughput: number;
  readonly p50: number;
  readonly p99: number;
}

/** Sends requests in turn, so many at a time, until the time is over; the next goes out when one is answered. @throws Error at the first that is not answered with 200 and rightly */
export async function closedLoop(
  url: string,
  headers: Readonly<Record<string, string>>,
  { requests, connections }: { readonly requests: readonly object[]; readonly connections: number },
  seconds: number,
  isRight: (answer: string) => boolean = withoutErrors,
): Promise<Loaded> {
  const { origin, pathname: path } = new URL(url);
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const bodies = requests.map((request) => JSON.stringify(request));
  const took: number[] = [];
  const begin = performance.now();
  const end = begin + seconds * 1000;
  let next = 0;
  const work = async () => {
    while (performance.now() < end) {
      const sent = performance.now();
      const body = bodies[(next += 1) % bodies.length] ?? '';
      const response = await pool.request({ method: 'POST', path, headers: { ...headers, 'content-type': 'application/json' }, body });
      const answer = await response.body.text();
      if (response.statusCode !== 200 || !isRight(answer)) throw new Error(`${url} answered ${response.statusCode}: ${answer.slice(0, 500)}`);
      took.push(performance.now() - sent);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, work));
  } finally {
    await pool.close();
  }
  took.sort((a, b) => a - b);
  const rank = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.NaN;
  return { requests: took.length, throughput: took.length / ((performance.now() - begin) / 1000), p50: rank(0.5), p99: rank(0.99) };
}

function withoutErrors(answer: string): boolean {
  return !answer.includes('"errors"');
}
