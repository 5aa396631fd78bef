import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { startEmbeddedPostgres } from '@hub/prisma/embedded/start-embedded-postgres.js';
import type { Bench } from '../bench.js';
import type { Databases } from '../hub/databases.js';
import { prepareDatabases } from '../hub/prepared-databases.js';
import { questions, rows } from '../hub/questions.js';
import { median } from '../median.js';
import { admitParties, tokenOf } from '../subscriptions/parties.js';
import { entriesOf } from './entries-of.js';
import { grantSignatories } from './grant-signatories.js';
import { grantees, manyParties } from './many-parties.js';
import { measuredHub, type MeasuredHub } from './measured-hub.js';
import { registerQuestion } from './register-question.js';
import { variantNames, type Variant } from './variants.js';

const standard = { records: 10_000, rounds: 5 };
const seconds = { warmUp: 4, measured: 6, parties: 10 };
const loads = [1, 16] as const;
const say = (line: string) => console.error(line);

/**
 * The committed reference query with terms, grants and audit on, against the same with them off; PostgreSQL commits to the disk. The variants run in turn within each round, each
 * alone; medians of the rounds, ratios within each round. Then five hundred parties at once, each on a connection of its own, under rights of its own.
 */
export const sharingBench: Bench = {
  name: 'sharing',
  description: 'the reference query with terms and audit, and without; 500 parties with different rights at once',
  async run(tell, { records: [records = standard.records] = [], rounds = standard.rounds }) {
    const folder = await mkdtemp(join(await realpath(tmpdir()), 'hub-bench-'));
    await chmod(folder, 0o755); // as root, PostgreSQL runs under an account that has to reach its data
    try {
      const dataDir = join(folder, 'data');
      const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
      try {
        const databases = (await prepareDatabases(postgres, dataDir, [records], say)).get(records);
        if (!databases) throw new Error('No databases were prepared.');
        await admitParties(databases.exchange, manyParties);
        await grantSignatories(databases.labs, grantees);
        const values = await measureRounds(databases, dataDir, rounds);
        for (const [metric, ofVariants] of values) {
          for (const variant of variantNames) tell({ case: 'reference query', subject: variant, metric, value: median(ofVariants[variant]), unit: metric.startsWith('p50') ? 'ms' : 'requests/s' });
          const ratio = (above: Variant, below: Variant) => median(ofVariants[above].map((value, round) => value / (ofVariants[below][round] ?? Number.NaN)));
          const slower = metric.startsWith('p50') ? ratio('terms and audit', 'neither') : ratio('neither', 'terms and audit');
          tell({ case: 'reference query', subject: 'hub', metric: `${metric}: how many times as long`, value: slower, unit: '×' });
          if (!metric.startsWith('p50')) continue;
          const lost = (above: Variant, below: Variant) => median(ofVariants[above].map((value, round) => value - (ofVariants[below][round] ?? Number.NaN)));
          tell({ case: 'where it goes', subject: 'sealing, and records of the exchange', metric, value: lost('terms and audit', 'audit unsealed'), unit: 'ms' });
          tell({ case: 'where it goes', subject: 'entries of the audit log', metric, value: lost('audit unsealed', 'terms alone'), unit: 'ms' });
          tell({ case: 'where it goes', subject: 'terms', metric, value: lost('terms alone', 'neither'), unit: 'ms' });
        }
        for (const { metric, value, unit } of await entriesOf(databases)) tell({ case: 'audit log', subject: 'hub', metric, value, unit });
      } finally {
        await postgres.stop();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

type Values = Map<string, Record<Variant, number[]>>;

async function measureRounds(databases: Databases, dataDir: string, rounds: number): Promise<Values> {
  const token = await mintUserToken(dataDir, { userId: 'center.3', partyId: 'center', role: 'STOREKEEPER' }, '24h');
  const values: Values = new Map();
  const note = (metric: string, variant: Variant, value: number) => {
    const ofVariants = values.get(metric) ?? ({ 'terms and audit': [], 'audit unsealed': [], 'terms alone': [], neither: [] } satisfies Record<Variant, number[]>);
    ofVariants[variant].push(value);
    values.set(metric, ofVariants);
  };
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < variantNames.length; turn += 1) {
      // Another one begins each round.
      const variant = variantNames[(turn + round) % variantNames.length] ?? 'neither';
      say(`Round ${round + 1} of ${rounds}: ${variant}.`);
      const hub = await measuredHub(variant, databases, dataDir, token);
      try {
        await measure(hub, dataDir, token, (metric, value) => note(metric, variant, value));
      } finally {
        await hub.stop();
      }
    }
  }
  return values;
}

async function measure(hub: MeasuredHub, dataDir: string, token: string, note: (metric: string, value: number) => void): Promise<void> {
  const [reference] = await questions();
  await hub.knows(token);
  for (const connections of loads) {
    const load = (duration: number) => hub.load(token, { query: reference?.query, variables: { first: rows } }, connections, duration);
    await load(seconds.warmUp);
    const { p50, throughput } = await load(seconds.measured);
    note(`p50, ${connections} at a time`, p50);
    note(`throughput, ${connections} at a time`, throughput);
  }
  const tokens = await Promise.all(manyParties.map((party) => tokenOf(dataDir, party)));
  await hub.knows(tokens.at(-1) ?? '');
  const cases = [
    // Without terms each party reads far more rows of the one, and the same of the other.
    { name: 'reference query', body: { query: reference?.query, variables: { first: 10 } } },
    { name: 'registers', body: { query: registerQuestion } },
  ];
  for (const { name, body } of cases) {
    const all = await Promise.all(tokens.map((each) => hub.load(each, body, 1, seconds.parties)));
    note(`p50, ${name}, ${tokens.length} parties at once`, median(all.map(({ p50 }) => p50)));
    note(`throughput, ${name}, ${tokens.length} parties at once`, all.reduce((sum, { throughput }) => sum + throughput, 0));
  }
}
