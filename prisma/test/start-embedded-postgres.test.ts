import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { findEmbeddedPostgres } from '../embedded/find-embedded-postgres.js';
import { startEmbeddedPostgres } from '../embedded/start-embedded-postgres.js';
import { query } from './query.js';
import { scratchFolders } from './scratch-folders.js';

const folders = scratchFolders();
afterEach(() => folders.removeAll());

test('a first start makes a database in UTF-8 that sorts by code point and answers in UTC', async () => {
  const server = await startEmbeddedPostgres({ dataDir: await folders.make() });
  const [settings] = await query(
    server.urlFor('postgres'),
    `SELECT current_setting('server_encoding') AS encoding, datlocprovider AS provider, datlocale AS locale,
            current_setting('timezone') AS zone, current_setting('fsync') AS fsync, inet_server_addr()::text AS address
     FROM pg_database WHERE datname = current_database()`,
  );
  expect(settings).toEqual({ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8', zone: 'UTC', fsync: 'on', address: '127.0.0.1/32' });
  await server.stop();
});

test('only who knows the password, which nobody else can read, gets in', async () => {
  const dataDir = await folders.make();
  const server = await startEmbeddedPostgres({ dataDir });
  expect((await stat(join(dataDir, 'password'))).mode & 0o777).toBe(0o600);
  const guessed = new URL(server.urlFor('postgres'));
  guessed.password = 'guessed';
  await expect(query(guessed.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
  await server.stop();
});

test('a second start finds the data again, at the same address', async () => {
  const dataDir = await folders.make();
  const first = await startEmbeddedPostgres({ dataDir });
  await query(first.urlFor('postgres'), 'CREATE TABLE kept AS SELECT 42 AS answer');
  await first.stop();
  const second = await startEmbeddedPostgres({ dataDir });
  expect(second.urlFor('postgres')).toBe(first.urlFor('postgres'));
  expect(await query(second.urlFor('postgres'), 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  await second.stop();
});

test('stopping waits until nobody listens any more, though a client is in the middle of a transaction', async () => {
  const dataDir = await folders.make();
  const server = await startEmbeddedPostgres({ dataDir });
  const busy = query(server.urlFor('postgres'), 'SELECT pg_sleep(60)').catch((error: Error) => error.message);
  await expect.poll(() => query(server.urlFor('postgres'), `SELECT query FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(60)'`)).toHaveLength(1);
  await server.stop();
  expect(await busy).toMatch(/terminat/i);
  await expect(query(server.urlFor('postgres'), 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  expect(await findEmbeddedPostgres(dataDir)).toBeUndefined();
});

test('a server that dies is started again at the same address, with all that was committed, and the hub is told', async () => {
  const told: { pid: number; port: number }[] = [];
  const server = await startEmbeddedPostgres({ dataDir: await folders.make(), onRestart: (restart) => told.push(restart) });
  const { pid, port } = server;
  await query(server.urlFor('postgres'), 'CREATE TABLE kept AS SELECT 42 AS answer');
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => told, { timeout: 10_000 }).toEqual([{ pid: expect.any(Number), port }]);
  expect(server.pid).toBe(told[0]?.pid);
  expect(server.pid).not.toBe(pid);
  expect(await query(server.urlFor('postgres'), 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  await server.stop();
});

test('a server that dies while being stopped stays down', async () => {
  const told: unknown[] = [];
  const dataDir = await folders.make();
  const server = await startEmbeddedPostgres({ dataDir, onRestart: (restart) => told.push(restart) });
  process.kill(server.pid, 'SIGKILL');
  await server.stop();
  expect(await findEmbeddedPostgres(dataDir)).toBeUndefined();
});

test('a lock file whose process number was given to another process is no obstacle', async () => {
  const dataDir = await folders.make();
  await (await startEmbeddedPostgres({ dataDir })).stop();
  await writeFile(join(dataDir, 'cluster', 'postmaster.pid'), `${process.pid}\n${dataDir}/cluster\n1\n5432\n\n\n0\nready\n`);
  await writeFile(join(dataDir, 'lock'), JSON.stringify({ pid: process.pid, started: 'long ago' }));
  const server = await startEmbeddedPostgres({ dataDir });
  expect(await query(server.urlFor('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await server.stop();
});

test('a port that somebody else has taken in the meantime is replaced by a free one', async () => {
  const one = await startEmbeddedPostgres({ dataDir: await folders.make(), durable: false });
  const dataDir = await folders.make();
  await (await startEmbeddedPostgres({ dataDir, durable: false })).stop();
  await writeFile(join(dataDir, 'port'), `${one.port}\n`);
  const two = await startEmbeddedPostgres({ dataDir, durable: false });
  expect(two.port).not.toBe(one.port);
  expect(await readFile(join(dataDir, 'port'), 'utf8')).toBe(`${two.port}\n`);
  await two.stop();
  await one.stop();
});

test('a tool beside a running hub finds its server', async () => {
  const dataDir = await folders.make();
  const server = await startEmbeddedPostgres({ dataDir });
  const found = await findEmbeddedPostgres(dataDir);
  expect(found?.urlFor('postgres')).toBe(server.urlFor('postgres'));
  await server.stop();
  expect(await findEmbeddedPostgres(`${dataDir}-elsewhere`)).toBeUndefined();
});
