import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { createMissingDatabases } from '../migrate/create-missing-databases.js';
import { migrate } from '../migrate/migrate.js';
import { cloneDatabase, type ClonedDatabase } from '../test-databases/clone-database.js';
import { query } from './query.js';

let migrationsDir: string;
let url: string;
let database: ClonedDatabase;

beforeEach(async () => {
  migrationsDir = await mkdtemp(join(tmpdir(), 'hub-migrations-'));
  database = await cloneDatabase('registry');
  url = database.url;
  // An empty database, whatever the owner's own migrations have made of it.
  await query(url, 'DROP SCHEMA public CASCADE');
  await query(url, 'CREATE SCHEMA public');
});
afterEach(async () => {
  await database.drop();
  await rm(migrationsDir, { recursive: true, force: true });
});

async function write(name: string, script: string): Promise<void> {
  await mkdir(join(migrationsDir, name), { recursive: true });
  await writeFile(join(migrationsDir, name, 'migration.sql'), script);
}

const run = () => migrate({ url, owner: 'labs', migrationsDir });
const withBody = `CREATE TABLE sample (id int PRIMARY KEY);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN NEW; END; $$;`;

test('migrations are applied once, in the order of their names, also when they hold the body of a function', async () => {
  await write('20260102000000_more', 'ALTER TABLE sample ADD COLUMN name text;');
  await write('20260101000000_begin', withBody);
  expect(await run()).toEqual(['20260101000000_begin', '20260102000000_more']);
  expect(await run()).toEqual([]);
  await write('20260103000000_last', 'ALTER TABLE sample ADD COLUMN lot text;');
  expect(await run()).toEqual(['20260103000000_last']);
});

test('what has been applied is noted as Prisma notes it', async () => {
  await write('20260101000000_begin', withBody);
  await run();
  expect(await query(url, 'SELECT * FROM _prisma_migrations')).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      checksum: createHash('sha256').update(withBody).digest('hex'),
      finished_at: expect.any(Date),
      migration_name: '20260101000000_begin',
      logs: null,
      rolled_back_at: null,
      started_at: expect.any(Date),
      applied_steps_count: 1,
    },
  ]);
});

test('several processes that migrate at once apply each migration once', async () => {
  await write('20260101000000_begin', `SELECT pg_sleep(0.1); ${withBody}`);
  const runs = await Promise.all([run(), run(), run()]);
  expect(runs.flat()).toEqual(['20260101000000_begin']);
});

test('a migration that was edited after it had been applied is refused, but not for other line ends', async () => {
  await write('20260101000000_begin', withBody);
  await run();
  await write('20260101000000_begin', withBody.replaceAll('\n', '\r\n'));
  expect(await run()).toEqual([]);
  await write('20260101000000_begin', `${withBody} -- better`);
  await expect(run()).rejects.toMatchObject({
    code: 'MIGRATION_EDITED',
    message: expect.stringMatching(/20260101000000_begin of labs was edited.*new migration/),
  });
});

test('a migration that fails changes nothing, tells where, and can be repaired', async () => {
  await write('20260101000000_begin', 'CREATE TABLE sample (id int);\n\nALTER TABLE sampel ADD COLUMN name text;');
  await expect(run()).rejects.toMatchObject({ code: 'MIGRATION_FAILED', message: expect.stringContaining('relation "sampel" does not exist') });
  await write('20260101000000_begin', 'CREATE TABLE sample (id int);\nSELEKT 1;');
  await expect(run()).rejects.toMatchObject({ code: 'MIGRATION_FAILED', message: expect.stringContaining('at line 2') });
  await write('20260101000000_begin', withBody);
  expect(await run()).toEqual(['20260101000000_begin']);
});

test('a migration that another tool left unfinished is refused until it is marked as rolled back', async () => {
  await write('20260101000000_begin', withBody);
  await run();
  await query(url, `UPDATE _prisma_migrations SET finished_at = NULL, logs = 'connection lost'`);
  const refused = await run().catch((error: Error & { code: string }) => error);
  expect(refused).toMatchObject({ code: 'MIGRATION_FAILED_EARLIER', message: expect.stringContaining('connection lost') });

  await query(url, 'DROP TABLE sample');
  await query(url, 'DROP FUNCTION touch');
  await query(url, /UPDATE _prisma_migrations .*;$/.exec((refused as Error).message)?.[0] ?? '');
  expect(await run()).toEqual(['20260101000000_begin']);
});

test('a database that a newer hub has migrated is refused', async () => {
  await write('20260101000000_begin', withBody);
  await run();
  await rm(join(migrationsDir, '20260101000000_begin'), { recursive: true });
  await expect(run()).rejects.toMatchObject({ code: 'MIGRATION_UNKNOWN' });
});

test('a folder without its migration.sql is refused', async () => {
  await mkdir(join(migrationsDir, '20260101000000_begin'));
  await expect(run()).rejects.toMatchObject({ code: 'MIGRATION_INCOMPLETE' });
});

test('a server that is not there is named with the setting to look at, and without the password', async () => {
  const refused = await migrate({ url: 'postgresql://me:secret@127.0.0.1:1/labs', owner: 'monitoring-center', migrationsDir }).catch((error: Error) => error.message);
  expect(refused).toMatch(/"labs" at 127\.0\.0\.1:1 as "me" .*ECONNREFUSED.*DATABASE_URL_MONITORING_CENTER/);
  expect(refused).not.toContain('secret');
});

test('a database is created once, also when two ask for it at the same moment', async () => {
  const { adminUrl } = inject('testDatabases');
  const name = `created "oddly" ${process.pid}`;
  const made = await Promise.all([createMissingDatabases(adminUrl, [name]), createMissingDatabases(adminUrl, [name])]);
  expect(made.flat()).toEqual([name]);
  expect(await createMissingDatabases(adminUrl, ['postgres', name])).toEqual([]);
  await query(adminUrl, `DROP DATABASE "${name.replaceAll('"', '""')}"`);
});
