import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../clients/connect.js';
import { recordStatements } from '../clients/record-statements.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../embedded/start-embedded-postgres.js';
import { migrate } from '../migrate/migrate.js';
import { scratchFolders } from './scratch-folders.js';

/** As much of the client of fixtures/things as these tests use. */
type Things = {
  $disconnect(): Promise<void>;
  $queryRawUnsafe(sql: string): Promise<Record<string, unknown>[]>;
  $transaction<Result>(work: (tx: Things) => Promise<Result>): Promise<Result>;
  thing: {
    create(args: object): Promise<{ id: string; at: Date }>;
    count(): Promise<number>;
    findMany(args: object): Promise<{ id: string }[]>;
  };
};

const folders = scratchFolders();
const prisma = join(dirname(fileURLToPath(import.meta.url)), '..');
let server: EmbeddedPostgres;
let PrismaClient: new (options: object) => Things;

beforeAll(async () => {
  await promisify(execFile)(process.execPath, [join(prisma, 'bin/generate.mjs'), 'test/fixtures/things']);
  const generated = join(prisma, 'test/fixtures/things/generated/client.ts');
  ({ PrismaClient } = (await import(/* @vite-ignore */ generated)) as { PrismaClient: typeof PrismaClient });
  server = await startEmbeddedPostgres({ dataDir: await folders.make(), durable: false });
  await migrate({ url: server.urlFor('postgres'), owner: 'labs', migrationsDir: join(prisma, 'test/fixtures/things/migrations') });
});
afterAll(async () => {
  await server.stop();
  await folders.removeAll();
});

const thing = (name: string, at?: string) => ({ data: { name, color: 'RED', data: {}, amount: '1.5', position: 1n, ...(at && { at }) } });

test('an instant comes back as it was given, whatever zone the server or this process live in', async () => {
  const db = connect(PrismaClient, `${server.urlFor('postgres')}?options=-c%20timezone%3DAsia/Shanghai%20-c%20jit%3Don`);
  expect(await db.$queryRawUnsafe('SHOW jit')).toEqual([{ jit: 'on' }]);
  const { at } = await db.thing.create(thing('zoned', '2026-03-29T02:30:00.123+08:00'));
  expect(at.toISOString()).toBe('2026-03-28T18:30:00.123Z');
  expect(await db.$queryRawUnsafe(`SELECT at::text AS written FROM thing WHERE name = 'zoned'`)).toEqual([{ written: '2026-03-28 18:30:00.123+00' }]);
  await db.$disconnect();
});

test('a statement that comes again is prepared, and the connection says whose it is', async () => {
  const db = connect(PrismaClient, server.urlFor('postgres'), { poolSize: 1, application: 'labs' });
  for (let times = 0; times < 4; times += 1) await db.thing.findMany({ where: { name: `thing ${times}` } });
  const prepared = await db.$queryRawUnsafe(`SELECT statement, current_setting('application_name') AS application FROM pg_prepared_statements`);
  expect(prepared).toEqual([{ statement: expect.stringContaining('"thing"'), application: 'labs' }]);
  await db.$disconnect();
});

test('a statement is planned for the values with which it comes, however often it has come', async () => {
  const db = connect(PrismaClient, server.urlFor('postgres'), { poolSize: 1 });
  // A server that may choose plans once for all values from the sixth time on.
  for (let times = 0; times < 12; times += 1) await db.thing.findMany({ where: { name: `thing ${times}` } });
  expect(await db.$queryRawUnsafe('SELECT generic_plans::int, custom_plans::int FROM pg_prepared_statements')).toEqual([{ generic_plans: 0, custom_plans: 10 }]);
  await db.$disconnect();
});

test('a query that comes after the client was disconnected is refused, and opens no connection', async () => {
  const db = connect(PrismaClient, server.urlFor('postgres'), { application: 'too late' });
  await db.$queryRawUnsafe('SELECT 1');
  await db.$disconnect();
  await expect(db.$queryRawUnsafe('SELECT 1')).rejects.toThrow('disconnected');
  const other = connect(PrismaClient, server.urlFor('postgres'));
  expect(await other.$queryRawUnsafe(`SELECT count(*)::int AS open FROM pg_stat_activity WHERE application_name = 'too late'`)).toEqual([{ open: 0 }]);
  await other.$disconnect();
});

test('a query is refused as well where the client was disconnected before its first one', async () => {
  const db = connect(PrismaClient, server.urlFor('postgres'), { application: 'never asked' });
  await db.$disconnect();
  await expect(db.thing.count()).rejects.toThrow('disconnected');
  await expect(db.$transaction((tx) => tx.thing.count())).rejects.toThrow('disconnected');
  await expect(db.$disconnect()).resolves.toBeUndefined();
  const other = connect(PrismaClient, server.urlFor('postgres'));
  expect(await other.$queryRawUnsafe(`SELECT count(*)::int AS open FROM pg_stat_activity WHERE application_name = 'never asked'`)).toEqual([{ open: 0 }]);
  await other.$disconnect();
});

test('the statements that a piece of work sends can be counted', async () => {
  const db = connect(PrismaClient, server.urlFor('postgres'), { application: 'labs' });
  const { result, statements } = await recordStatements(() => db.$transaction((tx) => tx.thing.count()));
  expect(result).toBeTypeOf('number');
  expect(statements.map(({ sql }) => sql.split(' ')[0])).toEqual(['BEGIN', 'SELECT', 'COMMIT']);
  expect(new Set(statements.map(({ application }) => application))).toEqual(new Set(['labs']));
  await db.thing.count();
  expect(statements).toHaveLength(3);
  await db.$disconnect();
});

test('a client goes on after its server died and came back', async () => {
  const lost: Error[] = [];
  const db = connect(PrismaClient, server.urlFor('postgres'), { onConnectionLost: (error) => lost.push(error) });
  const before = await db.thing.count();
  process.kill(server.pid, 'SIGKILL');
  await expect.poll(() => db.thing.count().catch(() => 'not yet'), { timeout: 10_000 }).toBe(before);
  await db.$disconnect();
});
