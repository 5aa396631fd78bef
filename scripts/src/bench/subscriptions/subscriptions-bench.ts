import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Bench, Measurement } from '../bench.js';
import { startBenchHub, type BenchHub } from './bench-hub.js';
import { benchOperations } from './operations.js';
import { benchParties, tokenOf } from './parties.js';
import { Subscribers } from './subscribers.js';

/** Subscribers that are held at the same time, and who they are. */
interface Load {
  readonly name: string;
  readonly clients: number;
  /** Of the parties, how many subscribe. */
  readonly parties: number;
  /** Events that are written at a time where as many as possible are. */
  readonly burst: number;
  readonly bursts: number;
}

const loads: readonly Load[] = [
  { name: '1 client', clients: 1, parties: 1, burst: 10, bursts: 20 },
  { name: '500 clients of 1 party', clients: 500, parties: 1, burst: 20, bursts: 10 },
  { name: '500 clients of 60 parties', clients: 500, parties: 60, burst: 10, bursts: 5 },
  { name: '10000 clients of 60 parties', clients: 10_000, parties: 60, burst: 2, bursts: 5 },
];
/** Events one by one, to see how long one takes. */
const single = 20;
const settled = 3_000;

/** Subscribers at one gateway process, on the machine that runs everything else too: the owners, PostgreSQL, and the subscribers. */
export const subscriptionsBench: Bench = {
  name: 'subscriptions',
  description: '1, 500 and 10,000 WebSocket clients at one gateway, of parties with different rights; a gateway killed in the middle',
  async run(tell) {
    const folder = await mkdtemp(join(await realpath(tmpdir()), 'hub-bench-'));
    await chmod(folder, 0o755); // as root, PostgreSQL runs under an account that has to reach its data
    try {
      const hub = await startBenchHub(folder);
      try {
        for (const load of loads) await measure(hub, load, (metric, value, unit) => tell({ case: load.name, subject: 'hub', metric, value, unit }));
      } finally {
        await hub.stop();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function measure(hub: BenchHub, load: Load, tell: (metric: string, value: number, unit: Measurement['unit']) => void): Promise<void> {
  const { clients } = load;
  const place = await hub.cursor();
  const tokens = await Promise.all(benchParties.slice(0, load.parties).map((party) => tokenOf(hub.dataDir, party)));
  // Ten operations in all; a party with a hundred clients subscribes by each of them, one with fewer by one.
  const operationsOfParty = clients / tokens.length < 100 ? 1 : benchOperations.length;
  const options = Array.from({ length: clients }, (_, index) => {
    const party = index % tokens.length;
    const operation = party + (Math.floor(index / tokens.length) % operationsOfParty);
    return { url: hub.url, token: tokens[party] ?? '', query: benchOperations[operation % benchOperations.length] ?? '', ...place };
  });
  const subscribers = new Subscribers();
  try {
    const before = await hub.gatewayMemory();
    await subscribers.hold(options);
    const all = async (): Promise<void> => {
      const { number } = hub;
      await subscribers.until(({ behind }) => behind >= number, `all have had event ${number}`);
    };
    await hub.write(1);
    await all();
    await delay(settled);
    tell('memory per client', ((await hub.gatewayMemory()) - before) / clients, 'KB');
    await subscribers.read();

    const begin = performance.now();
    for (let burst = 0; burst < load.bursts; burst += 1) {
      await hub.write(load.burst);
      await all();
    }
    const took = (performance.now() - begin) / 1000;
    const busy = await subscribers.read();
    tell('deliveries', busy.deliveries / took, '/s');

    for (let count = 0; count < single; count += 1) {
      await hub.write(1);
      await all();
      await delay(100);
    }
    const quiet = await subscribers.read();
    tell('event to delivery, p50', quantile(quiet.latencies, 0.5), 'ms');
    tell('event to delivery, p99', quantile(quiet.latencies, 0.99), 'ms');

    await hub.write(load.burst);
    await hub.killGateway();
    const killed = performance.now();
    await hub.write(load.burst);
    await all();
    tell('killed, all had everything after', (performance.now() - killed) / 1000, 's');
    const after = await subscribers.read();
    const sum = (key: 'lost' | 'outOfOrder') => busy[key] + quiet[key] + after[key];
    tell('returns', after.returns, '');
    tell('lost', sum('lost'), '');
    tell('outOfOrder', sum('outOfOrder'), '');
    const ends = Object.entries(busy.ends).concat(Object.entries(quiet.ends), Object.entries(after.ends));
    for (const [code, count] of ends) tell(`ended with ${code}`, count, '');
  } finally {
    await subscribers.close();
  }
}

function quantile(counts: Readonly<Record<number, number>>, part: number): number {
  const sorted = Object.entries(counts).map(([value, count]) => [Number(value), count] as const).sort(([a], [b]) => a - b);
  let left = sorted.reduce((sum, [, count]) => sum + count, 0) * part;
  for (const [value, count] of sorted) if ((left -= count) <= 0) return value;
  return sorted.at(-1)?.[0] ?? 0;
}
