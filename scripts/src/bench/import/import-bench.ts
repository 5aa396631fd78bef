import { chmod, mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { startEmbeddedPostgres } from '@hub/prisma/embedded/start-embedded-postgres.js';
import { createMissingDatabases } from '@hub/prisma/migrate/create-missing-databases.js';
import { openConnection } from '@hub/prisma/migrate/open-connection.js';
import { owners } from '@hub/prisma/owner.js';
import { startHubProcess } from '../../hub-process.js';
import type { Bench } from '../bench.js';
import { databaseName, databaseVariables, type Databases } from '../hub/databases.js';
import { copyAgain } from './copy-again.js';
import { generateSource } from './generated-source.js';
import { measuredImport } from './measured-import.js';

const standard = { records: [1_000_000] };
/** How it goes, beside the values on standard output. */
const say = (line: string) => console.error(line);

/** Generated records by `hub import`, as a partner would take them in, beside `COPY` of the rows that this has written; the server keeps what it has committed, for both. */
export const importBench: Bench = {
  name: 'import',
  description: 'rows a second by hub import, beside COPY of the same rows into the same tables; memory',
  async run(tell, { records: sizes = standard.records }) {
    const folder = await mkdtemp(join(await realpath(tmpdir()), 'hub-bench-'));
    await chmod(folder, 0o755); // as root, PostgreSQL runs under an account that has to reach its data
    try {
      const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
      let stopped: Promise<void> | undefined;
      const stop = () => (stopped ??= postgres.stop());
      // What is under way then fails, and everything is taken away as after any failure.
      const interrupted = () => void stop();
      process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
      try {
        for (const size of sizes) await measure(size, join(folder, String(size)), (database) => postgres.urlFor(database), tell);
      } finally {
        process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
        await stop();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function measure(size: number, folder: string, urlFor: (database: string) => string, tell: Parameters<Bench['run']>[0]): Promise<void> {
  const named = (owner: (typeof owners)[number]) => databaseName(`import_${size}`, owner);
  const databases = Object.fromEntries(owners.map((owner) => [owner, urlFor(named(owner))])) as Databases;
  const [centre, untouched] = [named('monitoring-center'), `${named('monitoring-center')}_untouched`];
  await mkdir(folder);
  await createMissingDatabases(urlFor('postgres'), owners.map(named));
  const start = () => startHubProcess({ dataDir: join(folder, 'data'), variables: databaseVariables(databases) });
  say('A hub starts on empty databases and loads its first data.');
  await (await start()).stop();
  await copyDatabase(urlFor('postgres'), centre, untouched);
  const source = await generateSource(folder, size);

  const hub = await start();
  say(`${size.toLocaleString('en')} records are imported.`);
  const token = await mintUserToken(join(folder, 'data'), { userId: 'center.1', partyId: 'center', role: 'ANALYST' }, '24h');
  const imported = await measuredImport(source, { hub, token, report: join(folder, 'report') }).finally(() => hub.stop());
  say(imported.told);

  const copied = await copyAgain(urlFor(centre), urlFor(untouched));
  if (copied.rows.risk_information !== size || copied.rows.source_content !== size) throw new Error(`${size} records were imported, and these rows were there: ${JSON.stringify(copied.rows)}`);
  const label = `${size.toLocaleString('en')} records`;
  tell({ case: label, subject: 'hub', metric: 'imported', value: size / imported.seconds, unit: 'rows/s' });
  tell({ case: label, subject: 'COPY', metric: 'copied', value: size / copied.seconds, unit: 'rows/s' });
  tell({ case: label, subject: 'hub', metric: 'against COPY', value: copied.seconds / imported.seconds, unit: '×' });
  for (const [process, [first, second]] of Object.entries(imported.memory)) {
    const what = process === 'command' ? 'memory of hub import' : 'memory of the hub';
    tell({ case: label, subject: 'hub', metric: `${what}, first half`, value: first, unit: 'MB' });
    tell({ case: label, subject: 'hub', metric: `${what}, second half`, value: second, unit: 'MB' });
  }
}

async function copyDatabase(adminUrl: string, from: string, to: string): Promise<void> {
  const admin = await openConnection(adminUrl, 'the embedded server');
  try {
    await admin.query(`CREATE DATABASE ${to} TEMPLATE ${from}`);
  } finally {
    await admin.end();
  }
}
