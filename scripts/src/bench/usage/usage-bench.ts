import { fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDevelopmentIssuer, mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { answersGraphql } from '../answers-graphql.js';
import type { Bench } from '../bench.js';
import { closedLoop, type Loaded } from '../closed-loop.js';
import { freePort } from '../free-port.js';
import { addressesOf } from '../gateway/addresses-of.js';
import { shopSupergraph } from '../gateway/shop/shop-supergraph.js';
import { workloads } from '../gateway/workloads.js';
import { median } from '../median.js';
import { startSubjectProcess, type SubjectCommand } from '../subject-process.js';
import { startSmallRegistry } from './small-registry.js';

/** What one round has shown of one gateway; memory in megabytes. */
interface Measured extends Loaded {
  readonly memory: number;
}

const rounds = 6;
const seconds = { warmUp: 2, measured: 5 };
const subjects = ['usage recorded', 'not recorded'] as const;

/** The gateway with the recorder of usage and without, before the same subgraphs, in interleaved rounds: what recording costs. */
export const usageBench: Bench = {
  name: 'usage',
  description: 'what recording usage costs the gateway',
  async run(tell) {
    const dataDir = await mkdtemp(join(tmpdir(), 'hub-bench-'));
    const shop = fork(fileURLToPath(new URL('../gateway/shop/serve-shop.js', import.meta.url)), { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    try {
      const addresses = await addressesOf(shop);
      const supergraph = join(dataDir, 'supergraph.graphql');
      await writeFile(supergraph, shopSupergraph(addresses));
      await createDevelopmentIssuer(dataDir);
      const registry = await startSmallRegistry(dataDir, shopSupergraph(addresses));
      const token = await mintUserToken(dataDir, { userId: 'center.1', partyId: 'center', role: 'ANALYST' });
      const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
      const bases = Object.fromEntries(Object.entries(addresses).map(([name, url]) => [name, new URL(url).origin]));
      const commandOf = (given: { readonly supergraph?: string; readonly subgraphs: Readonly<Record<string, string>> }) => (port: number): SubjectCommand => ({
        args: [fileURLToPath(new URL('./measured-gateway.js', import.meta.url)), JSON.stringify(given)],
        // Its own issuer's tokens count where no other provider is set, which `production` would ask for.
        variables: { NODE_ENV: 'development', HUB_DATA_DIR: dataDir, PORT: String(port), USAGE_REPORT_SECONDS: '1' },
      });
      const recording = commandOf({ subgraphs: { ...bases, registry: registry.url } });
      const alone = commandOf({ supergraph, subgraphs: bases });
      const measured = async (command: typeof recording): Promise<Measured> => {
        const port = await freePort();
        const url = `http://127.0.0.1:${port}/graphql`;
        const gateway = await startSubjectProcess(command(port), url, () => answersGraphql(url, headers));
        try {
          await closedLoop(url, headers, medium, seconds.warmUp);
          return { ...(await closedLoop(url, headers, medium, seconds.measured)), memory: (await gateway.peakMemory()) ?? Number.NaN };
        } finally {
          await gateway.stop();
        }
      };
      try {
        const all: Measured[][] = [[], []];
        for (let round = 0; round < rounds; round += 1) {
          // Each goes first as often as the other.
          for (const at of round % 2 === 0 ? [0, 1] : [1, 0]) all[at]?.push(await measured(at === 0 ? recording : alone));
        }
        if (registry.told() === 0) throw new Error('Nothing was recorded.');
        const [recorded = [], without = []] = all;
        for (const [at, loaded] of [recorded, without].entries()) {
          const subject = subjects[at] ?? '';
          tell({ case: medium.name, subject, metric: 'throughput', value: median(loaded.map(({ throughput }) => throughput)), unit: 'requests/s' });
          tell({ case: medium.name, subject, metric: 'p99', value: median(loaded.map(({ p99 }) => p99)), unit: 'ms' });
          tell({ case: medium.name, subject, metric: 'peak memory', value: median(loaded.map(({ memory }) => memory)), unit: 'MB' });
        }
        const ratios = recorded.map(({ throughput }, round) => throughput / (without[round]?.throughput ?? Number.NaN));
        tell({ case: medium.name, subject: subjects[0], metric: 'throughput, against the other of its round', value: median(ratios), unit: 'times' });
      } finally {
        await registry.close();
      }
    } finally {
      shop.disconnect();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

const medium = workloads.find(({ name }) => name === 'medium') ?? { name: 'medium', requests: [], connections: 1 };
