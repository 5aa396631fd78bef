import { openConnection } from '@hub/prisma/migrate/open-connection.js';
import { cloneDatabase, type ClonedDatabase } from '@hub/prisma/test-databases/clone-database.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { witnessesOf } from '../src/audit/witnesses-of.js';

let clone: ClonedDatabase;
beforeAll(async () => {
  clone = await cloneDatabase('exchange');
  const connection = await openConnection(clone.url, 'the clone');
  try {
    await connection.query(`
      INSERT INTO audit_witness (owner, position, hash, at, broken_at) VALUES ('labs', 7, 'seven', now(), NULL), ('regulator', 5, 'five', now(), '2026-03-02T00:00:00Z')`);
    await connection.query(`
      INSERT INTO kernel.inbox_cursor (source, epoch, position, heard_at)
      SELECT source, gen_random_uuid(), position, now() FROM (VALUES ('labs audit', 7), ('regulator audit', 9), ('platforms audit', 4), ('registry audit', 0), ('labs', 100)) AS read (source, position)`);
  } finally {
    await connection.end();
  }
});
afterAll(() => clone?.drop());

it('tells of each owner what the exchange keeps of its log, whether that broke off, and whose was removed although it was read', async () => {
  expect([...((await witnessesOf(clone.url)) ?? [])].sort()).toEqual([
    ['labs', [{ position: 7, hash: 'seven', brokenAt: null }]],
    ['platforms', [{ position: 4, hash: null, brokenAt: null }]],
    ['regulator', [{ position: 5, hash: 'five', brokenAt: new Date('2026-03-02T00:00:00Z') }]],
  ]);
});
