import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { startEmbeddedPostgres } from '@hub/prisma/embedded/start-embedded-postgres.js';
import type { Bench } from '../bench.js';
import { median } from '../median.js';
import type { Databases } from './databases.js';
import { prepareDatabases } from './prepared-databases.js';
import { questions } from './questions.js';
import { keyOf, ratios } from './ratios.js';
import { subjectRound, type Metric } from './subject-round.js';
import { startSubject, subjectNames, type SubjectName } from './subjects.js';

const standard = { records: [100_000, 1_000_000], rounds: 3 };
/** How it goes, beside the values on standard output. */
const say = (line: string) => console.error(line);
const unitOf = (metric: Metric) => (metric.startsWith('throughput') ? 'requests/s' : metric.startsWith('size') ? 'characters' : 'ms');

/**
 * The hub beside the stack that one gets from the documentation and beside hand-written SQL, on the same databases and for the same caller, a
 * storekeeper of the centre, terms on: each subject starts anew in each round, alone, and is stopped before the next. Medians of the rounds.
 */
export const hubBench: Bench = {
  name: 'hub',
  description: 'the reference query and a list of 100: the hub, the stack of the documentation, hand-written SQL',
  async run(tell, { records: sizes = standard.records, rounds = standard.rounds }) {
    const folder = await mkdtemp(join(await realpath(tmpdir()), 'hub-bench-'));
    await chmod(folder, 0o755); // as root, PostgreSQL runs under an account that has to reach its data
    try {
      const dataDir = join(folder, 'data');
      const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), durable: false });
      let stopped: Promise<void> | undefined;
      const stop = () => (stopped ??= postgres.stop());
      // What is under way then fails, and everything is taken away as after any failure.
      const interrupted = () => void stop();
      process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
      try {
        const sets = await prepareDatabases(postgres, dataDir, sizes, say);
        const values = await interleavedRounds(sets, dataDir, rounds);
        for (const [key, ofRounds] of values) {
          const [size, question, subject, metric] = JSON.parse(key) as [number, string, SubjectName, Metric];
          tell({ case: caseOf(question, size), subject, metric, value: median(ofRounds), unit: unitOf(metric) });
        }
        for (const { size, question, metric, value } of ratios(values, sizes, (await questions()).map(({ name }) => name))) {
          tell({ case: caseOf(question, size), subject: 'hub', metric, value, unit: '×' });
        }
      } finally {
        process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
        await stop();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** What was noted in each round, by size, question, subject and metric. */
async function interleavedRounds(sets: ReadonlyMap<number, Databases>, dataDir: string, rounds: number): Promise<Map<string, number[]>> {
  const asked = await questions();
  const token = await mintUserToken(dataDir, { userId: 'center.3', partyId: 'center', role: 'STOREKEEPER' }, '24h');
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
  const values = new Map<string, number[]>();
  const answers = new Map([...sets.keys()].map((size) => [size, new Map<string, unknown>()]));
  for (let round = 0; round < rounds; round += 1) {
    for (const subject of subjectNames) {
      for (const [size, databases] of sets) {
        say(`Round ${round + 1} of ${rounds}: ${subject}, ${size.toLocaleString('en')} records.`);
        const running = await startSubject[subject]({ databases, dataDir, headers });
        try {
          for (const { question, metric, value } of await subjectRound(running, headers, asked, answers.get(size) ?? new Map())) {
            const key = keyOf(size, question, subject, metric);
            values.set(key, [...(values.get(key) ?? []), value]);
          }
        } finally {
          await running.stop();
        }
      }
    }
  }
  return values;
}

function caseOf(question: string, size: number): string {
  return `${question}, ${size.toLocaleString('en')}`;
}
