import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishedSdl } from '@hub/schema/generated/subgraphs.js';
import { pageSize } from '@hub/schema/policy/cost/page-size.js';
import type { Bench, Measurement } from '../bench.js';
import { closedLoop } from '../closed-loop.js';
import { median } from '../median.js';
import { checkManySubgraphs } from './check-many-subgraphs.js';
import { writeUsage, writeVersions } from './fill-registry.js';
import { startRegistryHub, type RegistryHub } from './registry-hub.js';
import { steadyLoad } from './steady-load.js';
import { takenUpFrom, type TakenUp } from './taken-up.js';

type Tell = (measurement: Omit<Measurement, 'bench'>) => void;

const subject = 'hub';
const size = { subgraphs: 100, types: 50, versions: 1_000, usageRows: 1_000_000, publications: 50 } as const;
const rounds = 5;
const labs = publishedSdl['labs'] ?? '';
const former = 'extend type Query { "曾用字段 (5.4.3 c)" benchFormer: String @sharing(owner: "labs", terms: "t", class: UNCONDITIONAL, audience: [{ kinds: [LAB], basis: { kind: STATUTE, reference: "5.4.3" } }], grade: GENERAL) }';
const question = { query: '{ regions(first: 20) { nodes { code name } } participants(first: 10) { nodes { id name } } labs(first: 10) { nodes { id participant { id name } } } }' };

/** The registry at the size for which it is made: many subgraphs, a long history, much usage; and publications while the gateway answers. */
export const registryBench: Bench = {
  name: 'registry',
  description: 'composing and checking 100 subgraphs, history, checks by usage, publications under load',
  async run(tell) {
    const { all, changed, changedAgain } = await checkManySubgraphs(size.subgraphs, size.types);
    for (const [name, { took, longestDelay }] of [['all', all], ['one changed', changed], ['one changed, once more', changedAgain]] as const) {
      tell({ case: `${size.subgraphs} × ${size.types} types, ${name}`, subject, metric: 'composed and checked', value: took / 1000, unit: 's' });
      tell({ case: `${size.subgraphs} × ${size.types} types, ${name}`, subject, metric: 'longest delay of the serving thread', value: longestDelay, unit: 'ms' });
    }
    const folder = await mkdtemp(join(await realpath(tmpdir()), 'hub-bench-'));
    await chmod(folder, 0o755); // as root, PostgreSQL runs under an account that has to reach its data
    try {
      const hub = await startRegistryHub(folder);
      try {
        await publications(hub, tell);
        await history(hub, tell);
        await checks(hub, tell);
      } finally {
        await hub.stop();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** The throughput first, then publications in a row at sixty percent of it. */
async function publications(hub: RegistryHub, tell: Tell): Promise<void> {
  const { url, headers } = hub;
  const expected = await (await fetch(url, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(question) })).text();
  const load = { requests: [question], connections: 32 };
  await closedLoop(url, headers, load, 5);
  const { throughput } = await closedLoop(url, headers, load, 10);
  const name = `${size.publications} publications at 60 %`;
  tell({ case: name, subject, metric: 'throughput just before', value: throughput, unit: 'requests/s' });
  const stop = steadyLoad(url, headers, question, { perSecond: throughput * 0.6, expected });
  const took: number[] = [];
  const takenUp: Promise<TakenUp>[] = [];
  for (let number = 1; number <= size.publications; number += 1) {
    const begin = performance.now();
    const { version } = await latest(hub);
    await hub.post('/registry/publications', { subgraph: 'labs', sdl: withEnums(number), expectedVersion: version, reason: 'bench' });
    took.push(performance.now() - begin);
    // Whoever publishes next does not wait for it.
    takenUp.push(takenUpFrom(hub, { version: version + 1, type: enumName(number) }));
  }
  const all = await Promise.all(takenUp);
  const { answered, wrong, firstWrong, p99, longest } = await stop();
  tell({ case: name, subject, metric: 'right answers', value: answered, unit: 'requests' });
  tell({ case: name, subject, metric: 'failed or wrong answers', value: wrong, unit: 'requests' });
  tell({ case: name, subject, metric: 'p99', value: p99, unit: 'ms' });
  tell({ case: name, subject, metric: 'longest', value: longest, unit: 'ms' });
  tell({ case: name, subject, metric: 'one publication, median', value: median(took) / 1000, unit: 's' });
  for (const [who, times] of [['gateway', all.map(({ byGateway }) => byGateway)], ['subgraph', all.map(({ bySubgraph }) => bySubgraph)]] as const) {
    const heard = times.filter((time) => time !== undefined);
    tell({ case: name, subject, metric: `taken up by the ${who} after, median`, value: median(heard) / 1000, unit: 's' });
    tell({ case: name, subject, metric: `taken up by the ${who} after, longest`, value: Math.max(...heard) / 1000, unit: 's' });
    tell({ case: name, subject, metric: `not taken up by the ${who}`, value: times.length - heard.length, unit: 'publications' });
  }
  if (firstWrong !== undefined) console.error(`The first wrong answer: ${firstWrong}`);
}

/** One more than was published before: what is taken away would break clients. */
function withEnums(count: number): string {
  return [labs, ...Array.from({ length: count }, (_, at) => `"A value (取值, 5.4.3 c)" enum ${enumName(at + 1)} { A }`)].join('\n\n');
}

function enumName(number: number): string {
  return `Bench${number}`;
}

async function history(hub: RegistryHub, tell: Tell): Promise<void> {
  await writeVersions(hub.database, 'bench', size.versions);
  const page = await timed(() => hub.get(`/registry/versions?subgraph=bench&first=${pageSize.limit}`));
  const all = await timed(async () => {
    for (let after = ''; ; ) {
      const { nodes, pageInfo } = await hub.get<{ nodes: object[]; pageInfo: { hasNextPage: boolean; endCursor: string } }>(`/registry/versions?subgraph=bench&first=${pageSize.limit}${after && `&after=${after}`}`);
      if (!pageInfo.hasNextPage || nodes.length === 0) return;
      after = encodeURIComponent(pageInfo.endCursor);
    }
  });
  tell({ case: `history of ${size.versions} versions`, subject, metric: `a page of ${pageSize.limit}`, value: page, unit: 'ms' });
  tell({ case: `history of ${size.versions} versions`, subject, metric: 'all, page by page', value: all, unit: 'ms' });
  await hub.database.schemaVersion.deleteMany({ where: { subgraph: 'bench' } });
}

/** A change that breaks what a fifth of all operations rely on, before and after there is usage. */
async function checks(hub: RegistryHub, tell: Tell): Promise<void> {
  const { version } = await latest(hub);
  await hub.post('/registry/publications', { subgraph: 'labs', sdl: `${withEnums(size.publications)}\n\n${former}`, expectedVersion: version, reason: 'bench' });
  const check = () => hub.post<{ findings: readonly { message: string }[] }>('/registry/checks', { subgraph: 'labs', sdl: withEnums(size.publications) });
  tell({ case: 'check that breaks clients', subject, metric: 'without usage', value: (await timed(check)) / 1000, unit: 's' });
  await writeUsage(hub.database, 'Query.benchFormer', size.usageRows);
  const { findings } = await check();
  if (!findings.some(({ message }) => message.includes('It was asked'))) throw new Error('The check does not know of the usage.');
  const rows = size.usageRows.toLocaleString('en');
  tell({ case: 'check that breaks clients', subject, metric: `with ${rows} rows of usage`, value: (await timed(check)) / 1000, unit: 's' });
  tell({ case: 'usage', subject, metric: `of a subgraph, ${rows} rows`, value: (await timed(() => hub.get('/registry/usage?subgraph=labs'))) / 1000, unit: 's' });
}

function latest(hub: RegistryHub): Promise<{ readonly version: number }> {
  return hub.get('/registry/versions/labs/latest');
}

/** The median of some rounds, in milliseconds, after one that warms up. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  await work();
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begin = performance.now();
    await work();
    took.push(performance.now() - begin);
  }
  return median(took);
}
