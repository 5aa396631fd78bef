import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import type { EmbeddedPostgres } from '@hub/prisma/embedded/start-embedded-postgres.js';
import type { Bench } from '../bench.js';
import type { Loaded } from '../closed-loop.js';
import type { Databases } from '../hub/databases.js';
import { prepareDatabases } from '../hub/prepared-databases.js';
import { questions, rows } from '../hub/questions.js';
import { median } from '../median.js';
import { admitParties, tokenOf } from '../subscriptions/parties.js';
import { startCountingPostgres } from './counting-postgres.js';
import { entriesOf } from './entries-of.js';
import { grantSignatories } from './grant-signatories.js';
import { grantees, manyParties } from './many-parties.js';
import { measuredHub, type MeasuredHub } from './measured-hub.js';
import { registerQuestion } from './register-question.js';
import { tellValues, type Metric, type Values } from './tell-values.js';
import { variantNames, type Variant } from './variants.js';
import { workOf } from './work-of.js';

const standard = { records: 10_000, rounds: 5 };
/** A process that is asked for the first time compiles what it runs meanwhile, for some ten seconds. */
const seconds = { warmUp: 12, measured: 12, parties: 10 };
const loads = [1, 16] as const;
const say = (line: string) => console.error(line);

/**
 * The committed reference query with terms, grants and audit on, against the same with them off; PostgreSQL commits to the disk. The variants run in turn within each round, each
 * alone; medians of the rounds, ratios within each round, by the clock, by processor time and by statements. Then five hundred parties at once, each on a connection of its own, under rights of its own.
 */
export const sharingBench: Bench = {
  name: 'sharing',
  description: 'the reference query with terms and audit, and without; 500 parties with different rights at once',
  async run(tell, { records: [records = standard.records] = [], rounds = standard.rounds }) {
    const folder = await mkdtemp(join(await realpath(tmpdir()), 'hub-bench-'));
    await chmod(folder, 0o755); // as root, PostgreSQL runs under an account that has to reach its data
    try {
      const dataDir = join(folder, 'data');
      const postgres = await startCountingPostgres(join(folder, 'postgres'));
      try {
        const databases = (await prepareDatabases(postgres, dataDir, [records], say)).get(records);
        if (!databases) throw new Error('No databases were prepared.');
        await admitParties(databases.exchange, manyParties);
        await grantSignatories(databases.labs, grantees);
        for (const values of await measureRounds(databases, dataDir, postgres, rounds)) tellValues(values, tell);
        for (const { metric, value, unit } of await entriesOf(databases)) tell({ case: 'audit log', subject: 'hub', metric, value, unit });
      } finally {
        await postgres.stop();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function measureRounds(databases: Databases, dataDir: string, postgres: EmbeddedPostgres, rounds: number): Promise<Values[]> {
  const token = await mintUserToken(dataDir, { userId: 'center.3', partyId: 'center', role: 'STOREKEEPER' }, '24h');
  const values: Values[] = [];
  const note = (variant: Variant): Note => (metric, at, value) => {
    let known = values.find((each) => each.metric === metric && each.at === at);
    if (!known) values.push((known = { metric, at, of: { 'terms and audit': [], 'audit unsealed': [], 'terms alone': [], neither: [] } }));
    known.of[variant].push(value);
  };
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < variantNames.length; turn += 1) {
      // Another one begins each round.
      const variant = variantNames[(turn + round) % variantNames.length] ?? 'neither';
      say(`Round ${round + 1} of ${rounds}: ${variant}.`);
      const hub = await measuredHub(variant, databases, dataDir, token);
      try {
        await measure(hub, dataDir, token, postgres, note(variant));
      } finally {
        await hub.stop();
      }
    }
  }
  return values;
}

type Note = (metric: Metric, at: string, value: number) => void;

async function measure(hub: MeasuredHub, dataDir: string, token: string, postgres: EmbeddedPostgres, note: Note): Promise<void> {
  const [reference] = await questions();
  await hub.knows(token);
  const noteLoad = async (at: string, load: () => Promise<readonly Loaded[]>) => {
    const { loads, work } = await workOf(hub.pid, postgres, load);
    note('p50', at, median(loads.map(({ p50 }) => p50)));
    note('throughput', at, loads.reduce((sum, { throughput }) => sum + throughput, 0));
    note('processor time for a request', at, work.processorTime);
    note('statements for a request', at, work.statements);
  };
  for (const connections of loads) {
    const load = (duration: number) => hub.load(token, { query: reference?.query, variables: { first: rows } }, connections, duration);
    await load(seconds.warmUp);
    await noteLoad(`${connections} at a time`, async () => [await load(seconds.measured)]);
  }
  const tokens = await Promise.all(manyParties.map((party) => tokenOf(dataDir, party)));
  await hub.knows(tokens.at(-1) ?? '');
  const cases = [
    // Without terms each party reads far more rows of the one, and the same of the other.
    { name: 'reference query', body: { query: reference?.query, variables: { first: 10 } } },
    { name: 'registers', body: { query: registerQuestion } },
  ];
  for (const { name, body } of cases) {
    await noteLoad(`${name}, ${tokens.length} parties at once`, () => Promise.all(tokens.map((each) => hub.load(each, body, 1, seconds.parties))));
  }
}
