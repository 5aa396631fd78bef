import { chmod, cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import type { EmbeddedPostgres } from '@hub/prisma/embedded/start-embedded-postgres.js';
import { owners } from '@hub/prisma/owner.js';
import type { Bench } from '../bench.js';
import type { Loaded } from '../closed-loop.js';
import { copyDatabases } from '../hub/copy-databases.js';
import { databaseName, type Databases } from '../hub/databases.js';
import { prepareDatabases } from '../hub/prepared-databases.js';
import { questions, rows } from '../hub/questions.js';
import { median } from '../median.js';
import { admitParties, tokenOf } from '../subscriptions/parties.js';
import { startCountingPostgres } from './counting-postgres.js';
import { entriesOf } from './entries-of.js';
import { grantIdOf, grantSignatories } from './grant-signatories.js';
import { grantees, manyParties } from './many-parties.js';
import { measuredHub, type MeasuredHub } from './measured-hub.js';
import { registerQuestion } from './register-question.js';
import { tellValues, type Metric, type Values } from './tell-values.js';
import { variantNames, type Variant } from './variants.js';

const standard = { records: 10_000, rounds: 7 };
/** A process that is asked for the first time compiles what it runs meanwhile, for some ten seconds; one that was not asked for a while opens connections again. What is done behind an answer has been done when the next begins. */
const seconds = { warmUp: 12, again: 1, measured: 8, between: 0.5 };
const loads = [1, 16] as const;
const say = (line: string) => console.error(line);

/**
 * The committed reference query with terms, grants and audit on, against the same with them off; PostgreSQL commits to the disk. Each variant is a hub of its own with databases of its own, all alike;
 * all run all the time, and are asked in turn for some seconds at a time, so that what else the machine does meets all of them. Medians, and medians of the ratios within rounds, by the clock, by processor time
 * and by statements. Then five hundred parties at once, each on a connection of its own, under rights of its own.
 */
export const sharingBench: Bench = {
  name: 'sharing',
  description: 'the reference query with terms and audit, and without; 500 parties with different rights at once',
  async run(tell, { records: [records = standard.records] = [], rounds = standard.rounds }) {
    const folder = await mkdtemp(join(await realpath(tmpdir()), 'hub-bench-'));
    await chmod(folder, 0o755); // as root, PostgreSQL runs under an account that has to reach its data
    const stops: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
    try {
      const postgres = await startCountingPostgres(join(folder, 'postgres'));
      stops.push(() => postgres.stop());
      const dataDir = join(folder, 'data');
      const databases = (await prepareDatabases(postgres, dataDir, [records], say)).get(records);
      if (!databases) throw new Error('No databases were prepared.');
      await admitParties(databases.exchange, manyParties);
      // The centre's storekeeper asks the reference query, and is granted one of its fields.
      await grantSignatories(databases.labs, ['center', ...grantees.map(({ id }) => id)]);
      const asked = await tokensOf(dataDir);
      const hubs = new Map<Variant, MeasuredHub>();
      for (const variant of variantNames) {
        say(`A hub begins: ${variant}.`);
        const hub = await startedHub({ variant, postgres, from: String(records), dataDir, asked });
        stops.push(() => hub.stop());
        hubs.set(variant, hub);
      }
      for (const values of await measuredRounds(hubs, asked, rounds)) tellValues(values, tell);
      for (const { metric, value, unit } of await entriesOf(databasesOf(postgres, 'terms and audit'))) tell({ case: 'audit log', subject: 'hub', metric, value, unit });
    } finally {
      for (const stop of stops.toReversed()) await stop();
    }
  },
};

/** Who asks: a storekeeper of the centre, and the five hundred. */
interface Asked {
  readonly token: string;
  readonly parties: readonly string[];
}

async function tokensOf(dataDir: string): Promise<Asked> {
  const token = await mintUserToken(dataDir, { userId: 'center.3', partyId: 'center', role: 'STOREKEEPER' }, '24h');
  return { token, parties: await Promise.all(manyParties.map((party) => tokenOf(dataDir, party))) };
}

const setOf = (variant: Variant) => variant.replaceAll(' ', '_');
const databasesOf = (postgres: EmbeddedPostgres, variant: Variant) => Object.fromEntries(owners.map((owner) => [owner, postgres.urlFor(databaseName(setOf(variant), owner))])) as Databases;

interface HubToStart {
  readonly variant: Variant;
  readonly postgres: EmbeddedPostgres;
  /** The set of databases of which it gets a copy. */
  readonly from: string;
  readonly dataDir: string;
  readonly asked: Asked;
}

/** A variant on a copy of databases and keys, that knows all parties and has warmed up. */
async function startedHub({ variant, postgres, from, dataDir, asked: { token, parties } }: HubToStart): Promise<MeasuredHub> {
  await copyDatabases(postgres.urlFor('postgres'), from, setOf(variant));
  const own = `${dataDir}-${setOf(variant)}`;
  await cp(dataDir, own, { recursive: true });
  const hub = await measuredHub(variant, postgres, databasesOf(postgres, variant), own, token);
  await hub.knows(token);
  await hub.knows(parties.at(-1) ?? '');
  const query = await referenceQuery(rows);
  if (variant !== 'neither' && !(await hub.ask(token, query)).includes(grantIdOf('center'))) throw new Error(`${variant}: the reference query is not read under a grant.`);
  for (const connections of loads) await hub.load(token, query, connections, seconds.warmUp);
  return hub;
}

async function referenceQuery(first: number): Promise<object> {
  const [reference] = await questions();
  return { query: reference?.query, variables: { first } };
}

/** What every variant is asked in each round. */
async function casesOf({ token, parties }: Asked): Promise<readonly { readonly at: string; readonly load: (hub: MeasuredHub, duration: number) => Promise<readonly Loaded[]> }[]> {
  const query = await referenceQuery(rows);
  // Without terms each party reads far more rows of the one, and the same of the other.
  const ofMany = { 'reference query': await referenceQuery(10), registers: { query: registerQuestion } };
  return [
    ...loads.map((connections) => ({ at: `${connections} at a time`, load: async (hub: MeasuredHub, duration: number) => [await hub.load(token, query, connections, duration)] })),
    ...Object.entries(ofMany).map(([name, body]) => ({
      at: `${name}, ${parties.length} parties at once`,
      load: (hub: MeasuredHub, duration: number) => Promise.all(parties.map((each) => hub.load(each, body, 1, duration))),
    })),
  ];
}

async function measuredRounds(hubs: ReadonlyMap<Variant, MeasuredHub>, asked: Asked, rounds: number): Promise<Values[]> {
  const values: Values[] = [];
  const note = (variant: Variant, metric: Metric, at: string, value: number) => {
    let known = values.find((each) => each.metric === metric && each.at === at);
    if (!known) values.push((known = { metric, at, of: { 'terms and audit': [], 'audit unsealed': [], 'terms alone': [], neither: [] } }));
    known.of[variant].push(value);
  };
  for (let round = 0; round < rounds; round += 1) {
    say(`Round ${round + 1} of ${rounds}.`);
    for (const { at, load } of await casesOf(asked)) {
      for (let turn = 0; turn < variantNames.length; turn += 1) {
        // Another one begins each round.
        const variant = variantNames[(turn + round) % variantNames.length] ?? 'neither';
        const hub = hubs.get(variant);
        if (!hub) continue;
        await load(hub, seconds.again);
        await delay(seconds.between * 1000);
        const { loads: loaded, work } = await hub.workOf(() => load(hub, seconds.measured));
        note(variant, 'p50', at, median(loaded.map(({ p50 }) => p50)));
        note(variant, 'throughput', at, loaded.reduce((sum, { throughput }) => sum + throughput, 0));
        note(variant, 'processor time for a request', at, work.processorTime);
        note(variant, 'statements for a request', at, work.statements);
      }
    }
  }
  return values;
}
