import { chmod, cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startEmbeddedPostgres } from '@hub/prisma/embedded/start-embedded-postgres.js';
import { createMissingDatabases } from '@hub/prisma/migrate/create-missing-databases.js';
import { owners } from '@hub/prisma/owner.js';
import { startHubProcess } from '../../hub-process.js';
import { recordsCompared, searchFilled } from '../../after-first-start.js';
import type { Bench } from '../bench.js';
import { copyDatabases } from '../hub/copy-databases.js';
import { databaseName, databaseVariables, type Databases } from '../hub/databases.js';
import { median } from '../median.js';
import { measuredMonth, samplesOfMonth } from './measured-month.js';
import { multiplyMonth } from './multiply-month.js';

const standard = { samples: 30_000, rounds: 3 };
/** What arrives by event has arrived then. */
const settled = 10_000;
const sides = ['empty', 'full'] as const;
type Side = (typeof sides)[number];
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
    const dataDirOf = (side: Side) => join(folder, `${side}-data`);
    const stops: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
    try {
      const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
      stops.push(() => postgres.stop());
      const databasesOf = (side: Side) => Object.fromEntries(owners.map((owner) => [owner, postgres.urlFor(databaseName(side, owner))])) as Databases;
      await prepare(postgres.urlFor('postgres'), databasesOf, dataDirOf, Math.round(samples / samplesOfMonth));
      const urls = new Map<Side, string>();
      for (const side of sides) {
        const hub = await startHubProcess({ dataDir: dataDirOf(side), variables: databaseVariables(databasesOf(side)), readyWithin: 300_000 });
        stops.push(() => hub.stop());
        urls.set(side, hub.url);
      }
      await delay(settled);
      /** Rates of each step, by round. */
      const rates = new Map<string, Record<Side, number[]>>();
      const whole: Record<Side, number[]> = { empty: [], full: [] };
      for (let round = 1; round <= rounds; round += 1) {
        // Who begins has the colder machine: they take turns in that as well.
        for (const side of round % 2 === 1 ? sides : sides.toReversed()) {
          const measured = await measuredMonth(urls.get(side) ?? '', dataDirOf(side), `${side}-${round}`);
          say(`Round ${round} of ${rounds}, ${side}: ${measured.seconds.toFixed(1)} s.`);
          whole[side].push(measured.seconds);
          for (const [step, rate] of measured.rates) {
            const known = rates.get(step) ?? { empty: [], full: [] };
            known[side].push(rate);
            rates.set(step, known);
          }
        }
      }
      const subjects = { empty: 'hub, empty databases', full: `hub, ${samples.toLocaleString('en')} samples` };
      const tellStep = (step: string, metric: string, unit: string, of: Record<Side, number[]>, slower: number[]) => {
        for (const side of sides) tell({ case: step, subject: subjects[side], metric, value: median(of[side]), unit });
        tell({ case: step, subject: subjects.full, metric: 'times slower than with empty databases', value: median(slower), unit: '×' });
      };
      tellStep('whole month', 'time', 's', whole, whole.full.map((seconds, round) => seconds / (whole.empty[round] ?? Number.NaN)));
      for (const [step, of] of rates) tellStep(step, 'rate', '/s', of, of.empty.map((rate, round) => rate / (of.full[round] ?? Number.NaN)));
    } finally {
      for (const stop of stops.toReversed()) await stop();
    }
  },
};

/** One set as a hub's first start leaves it, and one in which a month was walked and then multiplied. */
async function prepare(admin: string, databasesOf: (side: Side) => Databases, dataDirOf: (side: Side) => string, months: number): Promise<void> {
  await createMissingDatabases(admin, owners.map((owner) => databaseName('empty', owner)));
  say('A hub starts on empty databases and loads its first data.');
  const first = await startHubProcess({ dataDir: dataDirOf('empty'), variables: databaseVariables(databasesOf('empty')), readyWithin: 300_000 });
  await Promise.all([searchFilled(databasesOf('empty').exchange), recordsCompared(databasesOf('empty')['monitoring-center'])]).finally(() => first.stop());
  await copyDatabases(admin, 'empty', 'full');
  await cp(dataDirOf('empty'), dataDirOf('full'), { recursive: true });
  say('It walks a month.');
  const hub = await startHubProcess({ dataDir: dataDirOf('full'), variables: databaseVariables(databasesOf('full')), readyWithin: 300_000 });
  try {
    await measuredMonth(hub.url, dataDirOf('full'), 'first');
    await delay(settled);
  } finally {
    await hub.stop();
  }
  say(`The month is multiplied to ${months}.`);
  await multiplyMonth(databasesOf('full'), months - 1);
}
