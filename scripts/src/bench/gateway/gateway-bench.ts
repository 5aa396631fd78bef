import { fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDevelopmentIssuer, mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { answersGraphql } from '../answers-graphql.js';
import type { Bench } from '../bench.js';
import { freePort } from '../free-port.js';
import { median } from '../median.js';
import { startSubjectProcess } from '../subject-process.js';
import { addressesOf } from './addresses-of.js';
import { gatewayRound, type Noted } from './gateway-round.js';
import { gateways, type GatewaySetting } from './gateways.js';
import { installedPeers } from './peers-package.js';
import { shopSupergraph } from './shop/shop-supergraph.js';
import { workloads } from './workloads.js';

const rounds = 3;
const units = { throughput: 'requests/s', p50: 'ms', p99: 'ms', 'cold, p50': 'ms', 'peak memory': 'MB', 'size of an answer': 'bytes' } as const;

/**
 * Our gateway beside others, each in its own process, before the same subgraphs, in interleaved rounds; medians of the rounds. The
 * first table shares no identical requests, for anybody; the second, labelled, does where a gateway can.
 */
export const gatewayBench: Bench = {
  name: 'gateway',
  description: 'throughput, latency and memory of gateways before four subgraphs: ours and its peers',
  async run(tell) {
    const peers = await installedPeers();
    const dataDir = await mkdtemp(join(tmpdir(), 'hub-bench-'));
    const shop = fork(fileURLToPath(new URL('./shop/serve-shop.js', import.meta.url)), { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    try {
      const supergraph = join(dataDir, 'supergraph.graphql');
      await writeFile(supergraph, shopSupergraph(await addressesOf(shop)));
      await createDevelopmentIssuer(dataDir);
      const token = await mintUserToken(dataDir, { userId: 'center.1', partyId: 'center', role: 'ANALYST' });
      const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
      for (const sharing of [false, true]) {
        for (const [subject, noted] of await interleavedRounds({ supergraph, peers, dataDir, sharing }, headers)) {
          for (const { name, metric, value } of mediansOf(noted)) {
            tell({ case: sharing ? `${name}, identical shared` : name, subject, metric, value, unit: units[metric] });
          }
        }
      }
    } finally {
      shop.disconnect();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

/** What was noted of each gateway in all rounds. */
async function interleavedRounds(setting: Omit<GatewaySetting, 'port'>, headers: Readonly<Record<string, string>>): Promise<Map<string, Noted[]>> {
  const all = new Map<string, Noted[]>();
  const answers = new Map<string, string>();
  for (let round = 0; round < rounds; round += 1) {
    for (const [subject, command] of Object.entries(gateways)) {
      const port = await freePort();
      const url = `http://127.0.0.1:${port}/graphql`;
      const gateway = await startSubjectProcess(command({ ...setting, port }), url, () => answersGraphql(url, headers));
      try {
        all.set(subject, [...(all.get(subject) ?? []), ...(await gatewayRound(gateway, headers, workloads, answers))]);
      } finally {
        await gateway.stop();
      }
    }
  }
  return all;
}

function mediansOf(noted: readonly Noted[]): Noted[] {
  const groups = new Map<string, Noted[]>();
  for (const each of noted) groups.set(`${each.name} ${each.metric}`, [...(groups.get(`${each.name} ${each.metric}`) ?? []), each]);
  return [...groups.values()].flatMap((group) => (group[0] ? [{ ...group[0], value: median(group.map(({ value }) => value)) }] : []));
}
