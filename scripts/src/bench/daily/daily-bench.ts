import { chmod, cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startEmbeddedPostgres } from '@hub/prisma/embedded/start-embedded-postgres.js';
import { createMissingDatabases } from '@hub/prisma/migrate/create-missing-databases.js';
import { owners } from '@hub/prisma/owner.js';
import { startHubProcess } from '../../hub-process.js';
import type { Bench } from '../bench.js';
import { copyDatabases } from '../hub/copy-databases.js';
import { databaseName, databaseVariables, type Databases } from '../hub/databases.js';
import { median } from '../median.js';
import { measuredMonth, samplesOfMonth } from './measured-month.js';
import { multiplyMonth } from './multiply-month.js';

const standard = { samples: 30_000, rounds: 3 };
/** What arrives by event has arrived then. */
const settled = 10_000;
const sets = ['empty', 'full'] as const;
type Set = (typeof sets)[number];
/** How it goes, beside the values on standard output. */
const say = (line: string) => console.error(line);

/**
 * The month of the journey (`gateway/test/journeys/month.test.ts`), without its mistakes, through a hub that has a hundred such months in its databases, and through one
 * that has none: how many a second of each step. Both run all the time on one server; rounds take turns. Medians, and the median of the ratios within rounds.
 */
export const dailyBench: Bench = {
  name: 'daily',
  description: 'a month of 300 samples through all owners, with a hundred such months in the databases and with none',
  async run(tell, { records: [samples = standard.samples] = [], rounds = standard.rounds }) {
    const folder = await mkdtemp(join(await realpath(tmpdir()), 'hub-bench-'));
    await chmod(folder, 0o755); // as root, PostgreSQL runs under an account that has to reach its data
    // Each hub has its own keys and its own note that it runs.
    const dataDirOf = (set: Set) => join(folder, `${set}-data`);
    const stops: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
    try {
      const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
      stops.push(() => postgres.stop());
      const setOf = (set: Set) => Object.fromEntries(owners.map((owner) => [owner, postgres.urlFor(databaseName(set, owner))])) as Databases;
      await prepare(postgres.urlFor('postgres'), setOf, dataDirOf, Math.round(samples / samplesOfMonth));
      const urls = new Map<Set, string>();
      for (const set of sets) {
        const hub = await startHubProcess({ dataDir: dataDirOf(set), variables: databaseVariables(setOf(set)), readyWithin: 300_000 });
        stops.push(() => hub.stop());
        urls.set(set, hub.url);
      }
      await delay(settled);
      const values = new Map<string, number[]>();
      const note = (key: string, value: number) => values.set(key, [...(values.get(key) ?? []), value]);
      for (let round = 1; round <= rounds; round += 1) {
        // Who begins has the colder machine: they take turns in that as well.
        for (const set of round % 2 === 1 ? sets : sets.toReversed()) {
          const { rates, seconds } = await measuredMonth(urls.get(set) ?? '', dataDirOf(set), `${set}-${round}`);
          say(`Round ${round} of ${rounds}, ${set}: ${seconds.toFixed(1)} s.`);
          note(JSON.stringify([set, 'whole month']), 1 / seconds);
          for (const [step, rate] of rates) note(JSON.stringify([set, step]), rate);
        }
      }
      const subjects = { empty: 'hub, empty databases', full: `hub, ${samples.toLocaleString('en')} samples` };
      for (const step of [...new Set([...values.keys()].map((key) => (JSON.parse(key) as [Set, string])[1]))]) {
        const of = (set: Set) => values.get(JSON.stringify([set, step])) ?? [];
        for (const set of sets) {
          const rate = median(of(set));
          if (step === 'whole month') tell({ case: step, subject: subjects[set], metric: 'time', value: 1 / rate, unit: 's' });
          else tell({ case: step, subject: subjects[set], metric: 'rate', value: rate, unit: '/s' });
        }
        tell({ case: step, subject: subjects.full, metric: 'times slower than with empty databases', value: median(of('empty').map((rate, round) => rate / (of('full')[round] ?? Number.NaN))), unit: '×' });
      }
    } finally {
      for (const stop of stops.toReversed()) await stop();
    }
  },
};

/** One set as a hub's first start leaves it, and one in which a month was walked and then multiplied. */
async function prepare(admin: string, setOf: (set: Set) => Databases, dataDirOf: (set: Set) => string, months: number): Promise<void> {
  await createMissingDatabases(admin, owners.map((owner) => databaseName('empty', owner)));
  say('A hub starts on empty databases and loads its first data.');
  await (await startHubProcess({ dataDir: dataDirOf('empty'), variables: databaseVariables(setOf('empty')), readyWithin: 300_000 })).stop();
  await copyDatabases(admin, 'empty', 'full');
  await cp(dataDirOf('empty'), dataDirOf('full'), { recursive: true });
  say('It walks a month.');
  const hub = await startHubProcess({ dataDir: dataDirOf('full'), variables: databaseVariables(setOf('full')), readyWithin: 300_000 });
  try {
    await measuredMonth(hub.url, dataDirOf('full'), 'first');
    await delay(settled);
  } finally {
    await hub.stop();
  }
  say(`The month is multiplied to ${months}.`);
  await multiplyMonth(setOf('full'), months - 1);
}
