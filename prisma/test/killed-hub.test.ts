import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startEmbeddedPostgres } from '../embedded/start-embedded-postgres.js';
import { buildHubProcess, killHubProcess, removeHubProcess, startHubProcess } from './hub-process.js';
import { query } from './query.js';
import { scratchFolders } from './scratch-folders.js';

const folders = scratchFolders();
let program: string;

beforeAll(async () => {
  program = await buildHubProcess();
});
afterEach(() => folders.removeAll());
afterAll(() => removeHubProcess(program));

test('a killed hub leaves its server running, and the next one takes it over', async () => {
  const dataDir = await folders.make();
  const killed = await startHubProcess(program, dataDir);
  await killHubProcess(killed);
  expect(await query(killed.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);

  const next = await startEmbeddedPostgres({ dataDir });
  expect({ pid: next.pid, port: next.port, url: next.urlFor('postgres') }).toEqual({ pid: killed.pid, port: killed.port, url: killed.url });
  await next.stop();
  await expect(query(killed.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
});

test('a server that was taken over and dies is started again too', async () => {
  const dataDir = await folders.make();
  await killHubProcess(await startHubProcess(program, dataDir));
  const told: { port: number }[] = [];
  const next = await startEmbeddedPostgres({ dataDir, onRestart: (restart) => told.push(restart) });
  process.kill(next.pid, 'SIGKILL');
  await expect.poll(() => told.length, { timeout: 10_000 }).toBe(1);
  expect(told[0]?.port).toBe(next.port);
  await next.stop();
});

test('hub and server killed together lose nothing that was committed', async () => {
  const dataDir = await folders.make();
  const killed = await startHubProcess(program, dataDir);
  await query(killed.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
  await killHubProcess(killed);
  process.kill(killed.pid, 'SIGKILL');
  const next = await startEmbeddedPostgres({ dataDir });
  expect(await query(next.urlFor('postgres'), 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  await next.stop();
});

test('two hubs on one data folder do not disturb each other: the second is told who is there', async () => {
  const dataDir = await folders.make();
  const first = await startHubProcess(program, dataDir);
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({
    code: 'EMBEDDED_POSTGRES_FOLDER_IN_USE',
    message: expect.stringContaining(`Process ${first.child.pid}`),
  });
  expect(await query(first.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await killHubProcess(first);
});
