import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '@hub/prisma/clients/connect.js';
import { PrismaClient } from '@hub/prisma/regulator/generated/client.js';
import { cloneDatabase, type ClonedDatabase } from '@hub/prisma/test-databases/clone-database.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditKey } from '../src/audit/audit-key.js';
import { AuditWriter } from '../src/audit/audit-writer.js';
import { sealedAudit } from '../src/audit/sealed-audit.js';
import { ArrivalCodes } from '../src/sealing/arrival-codes.js';

const entries = 200;

let clone: ClonedDatabase;
let database: PrismaClient;
let folder: string;

beforeAll(async () => {
  clone = await cloneDatabase('regulator');
  const admin = connect(PrismaClient, clone.url);
  // A server that acknowledges before anything is on the disk, as somebody may have set it up for speed.
  await admin.$executeRawUnsafe(`ALTER DATABASE "${new URL(clone.url).pathname.slice(1)}" SET synchronous_commit = off`);
  // Notes, for each statement that adds entries, how that one is committed.
  await admin.$executeRawUnsafe('CREATE TABLE kernel.commit_noted (mode text)');
  await admin.$executeRawUnsafe(
    `CREATE FUNCTION kernel.note_commit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO kernel.commit_noted VALUES (current_setting('synchronous_commit')); RETURN NULL; END $$`,
  );
  await admin.$executeRawUnsafe('CREATE TRIGGER note_commit AFTER INSERT ON kernel.audit_arrival FOR EACH STATEMENT EXECUTE FUNCTION kernel.note_commit()');
  await admin.$disconnect();
  database = connect(PrismaClient, clone.url);
  folder = await mkdtemp(join(tmpdir(), 'audit-writer-'));
});
afterAll(async () => {
  await database.$disconnect();
  await clone.drop();
  await rm(folder, { recursive: true, force: true });
});

describe('entries that are written at once (group commit, 5.4.3 d)', () => {
  it('are acknowledged from the disk, whatever the server is set to, and go together in few statements', async () => {
    const file = auditKey(folder);
    await file.create();
    const key = await file.key();
    const writer = new AuditWriter(database, async () => new ArrivalCodes(key, sealedAudit, 'regulator'));
    await Promise.all(Array.from({ length: entries }, (_each, index) => writer.write(`{"id":"entry-${index}"}`, { hash: 'one selection', coordinates: 'Thing.id' })));
    const [setting] = await database.$queryRaw<{ mode: string }[]>`SELECT current_setting('synchronous_commit') AS mode`;
    const noted = await database.$queryRaw<{ mode: string }[]>`SELECT mode FROM kernel.commit_noted`;
    const [kept] = await database.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM kernel.audit_arrival`;
    expect(setting?.mode).toBe('off');
    expect(new Set(noted.map(({ mode }) => mode))).toEqual(new Set(['on']));
    // The first goes alone, for nobody else was there yet; while it is on its way the others collect.
    expect(noted.length).toBeLessThanOrEqual(3);
    expect(kept?.count).toBe(entries);
  });
});
