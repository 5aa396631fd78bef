import { Client } from 'pg';
import { expect, inject, test } from 'vitest';
import { cloneDatabase } from '../test-databases/clone-database.js';
import { query } from './query.js';

test('two clones of one owner know nothing of each other', async () => {
  const [one, two] = await Promise.all([cloneDatabase('labs'), cloneDatabase('labs')]);
  await query(one.url, 'CREATE TABLE only_here (id int)');
  await expect(query(two.url, 'TABLE only_here')).rejects.toThrow('does not exist');
  await Promise.all([one.drop(), two.drop()]);
});

test('a clone that somebody is still connected to is dropped, and complained of', async () => {
  const clone = await cloneDatabase('labs');
  const forgotten = new Client({ connectionString: clone.url, application_name: 'forgetful' });
  forgotten.on('error', () => undefined);
  await forgotten.connect();
  await forgotten.query('SELECT 42');
  await expect(clone.drop()).rejects.toThrow(/"forgetful".*SELECT 42/);
  expect(await query(inject('testDatabases').adminUrl, 'SELECT FROM pg_database WHERE datname = $1', [new URL(clone.url).pathname.slice(1)])).toEqual([]);
  await forgotten.end().catch(() => undefined);
});
