import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { connect } from '@hub/prisma/clients/connect.js';
import { PrismaClient, type Prisma } from '@hub/prisma/regulator/generated/client.js';
import { cloneDatabase, type ClonedDatabase } from '@hub/prisma/test-databases/clone-database.js';
import type { JWK } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditKey } from '../src/audit/audit-key.js';
import { sealedAudit } from '../src/audit/sealed-audit.js';
import { verifyAudit } from '../src/audit/verify-audit.js';
import { canonicalJson } from '../src/hashing/canonical-json.js';
import { sha256 } from '../src/hashing/sha-256.js';
import { signDetached } from '../src/identity/detached-signature.js';
import { sealedPreservation } from '../src/preservation/sealed-preservation.js';
import { verifyPreservation } from '../src/preservation/verify-preservation.js';
import { checkpointText, entryHash, firstHash } from '../src/sealing/chain.js';
import { pageSize } from '../src/sealing/pages.js';
import type { SealedLog } from '../src/sealing/sealed-log.js';
import { uuidV7 } from '../src/sealing/uuid-v7.js';

/** Two entries a batch, so that checkpoints go over a page as well; the last pages are not full. */
const batches = pageSize + 20;
const perBatch = 2;
const length = batches * perBatch;
const owner = 'regulator';

let clone: ClonedDatabase;
let database: PrismaClient;
let folder: string;
let jwks: { keys: JWK[] };
/** What was selected and what was handed in: more than a page of each, in the order in which they are read. */
let selected: string[];
let stored: string[];

const coordinatesOf = (number: number) => `Query.list${number}`;
const contentOf = (number: number) => Buffer.from(`content ${number}`);
const hashed = (algorithm: string, content: Buffer) => createHash(algorithm).update(content).digest('hex');

beforeAll(async () => {
  clone = await cloneDatabase(owner);
  database = connect(PrismaClient, clone.url);
  folder = await mkdtemp(join(tmpdir(), 'sealed-log-pages-'));
  const file = auditKey(folder);
  await file.create();
  jwks = await file.jwks();
  const key = await file.key();
  const numbers = Array.from({ length }, (_each, index) => index + 1);
  await sealed(key, sealedAudit, numbers.map((number) => canonicalJson({ id: `entry-${number}`, party: 'center', selection: sha256(coordinatesOf(number)) })));
  await database.$executeRaw`INSERT INTO kernel.audit_selection (hash, coordinates) SELECT * FROM unnest(${numbers.map((number) => sha256(coordinatesOf(number)))}::text[], ${numbers.map(coordinatesOf)}::text[])`;
  selected = (await database.$queryRaw<{ hash: string }[]>`SELECT hash FROM kernel.audit_selection ORDER BY hash`).map(({ hash }) => hash);

  const files = numbers.map((number) => {
    const content = contentOf(number);
    return { hash: `sha-256:${hashed('sha256', content)}`, sm3: `sm3:${hashed('sm3', content)}`, size: content.length, mediaType: 'image/jpeg' };
  });
  const by = { partyId: 'a-party', userId: 'a-user', role: null };
  await sealed(key, sealedPreservation, files.map((file, index) => canonicalJson({ id: `entry-${index + 1}`, kind: 'RECEIVED', by, file })));
  await database.$executeRaw`INSERT INTO kernel.stored_file (party_id, hash, sm3, size, media_type, user_id, stored_at)
    SELECT 'a-party', hash, sm3, size, 'image/jpeg', 'a-user', now() FROM unnest(${files.map(({ hash }) => hash)}::text[], ${files.map(({ sm3 }) => sm3)}::text[], ${files.map(({ size }) => String(size))}::text[]::bigint[]) AS f (hash, sm3, size)`;
  stored = (await database.$queryRaw<{ hash: string }[]>`SELECT hash FROM kernel.stored_file ORDER BY party_id || ' ' || hash`).map(({ hash }) => hash);
}, 60_000);
afterAll(async () => {
  await database.$disconnect();
  await clone.drop();
  await rm(folder, { recursive: true, force: true });
});

/** Writes entries as the sealer would, a few at a time. */
async function sealed(key: JWK, log: SealedLog, entries: readonly string[]): Promise<void> {
  const at = new Date('2026-03-01T00:00:00Z');
  const hashes: string[] = [];
  for (const [index, entry] of entries.entries()) hashes.push(entryHash(log, hashes[index - 1] ?? firstHash(log, owner), index + 1, entry));
  await database.$executeRawUnsafe(
    `INSERT INTO kernel.${log.name}_entry (position, entry, hash) SELECT ordinality, entry, hash FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS e (entry, hash, ordinality)`,
    [...entries], hashes,
  );
  for (let first = 1; first <= entries.length; first += perBatch) {
    const position = first + perBatch - 1;
    const checkpoint = { id: uuidV7(at), owner, first, position, previous: hashes[first - 2] ?? firstHash(log, owner), hash: hashes[position - 1] ?? '', at: at.toISOString() };
    const signature = await signDetached(key, checkpointText(log, checkpoint));
    await database.$executeRawUnsafe(
      `INSERT INTO kernel.${log.name}_checkpoint (position, id, first, previous, hash, at, signature) VALUES ($1, $2::uuid, $3, $4, $5, $6, $7)`,
      position, checkpoint.id, first, checkpoint.previous, checkpoint.hash, at, signature,
    );
  }
}

const looks = {
  audit: (tx: Prisma.TransactionClient) => verifyAudit({ owner, database: tx, jwks }),
  preserved: (tx: Prisma.TransactionClient) => {
    const kept = { open: async (_party: string, hash: string) => Readable.from([contents.get(hash) ?? Buffer.of()]) };
    return verifyPreservation({ owner, database: tx, jwks, namingRows: "SELECT '' AS type, '' AS id, NULL::jsonb AS files", kept });
  },
};
const contents = new Map(Array.from({ length }, (_each, index) => contentOf(index + 1)).map((content) => [`sha-256:${hashed('sha256', content)}`, content]));

/** What a look finds after a statement, which is then undone: kinds and places. */
async function foundAfter(name: keyof typeof looks, statement: string, ...values: unknown[]) {
  let found: (readonly [kind: string, position: number | null])[] = [];
  await database.$transaction(async (tx) => {
    expect(await tx.$executeRawUnsafe(statement, ...values)).toBe(1);
    found = (await looks[name](tx)).findings.map(({ kind, position }) => [kind, position] as const);
    throw new Error('undone');
  }, { timeout: 20_000 }).catch((error: Error) => expect(error.message).toBe('undone'));
  return found;
}

describe.each(['audit', 'preserved'] as const)('a log of more entries than are read at a time (5.4.3 d): %s', (name) => {
  it('is whole where nobody has touched it, each entry and each checkpoint looked at once', async () => {
    const report = await looks[name](database);
    expect(report).toMatchObject({ entries: length, checkpoints: batches, upTo: length, unsealed: 0, findings: [], found: 0 });
    if ('files' in report) expect(report.files).toBe(length);
  });

  // The last of a page, and the first of the next; the last of all.
  it.each([pageSize, pageSize + 1, 2 * pageSize, 2 * pageSize + 1, length])('tells of a change at %d, and of nothing else', async (position) => {
    expect(await foundAfter(name, `UPDATE kernel.${name}_entry SET entry = replace(entry, 'party', 'Party') WHERE position = $1`, position)).toEqual([['ENTRY_ALTERED', position]]);
  });

  it.each([pageSize, pageSize + 1])('tells of an entry that was removed at %d', async (position) => {
    const removed = await foundAfter(name, `DELETE FROM kernel.${name}_entry WHERE position = $1`, position);
    expect(removed).toContainEqual(['ENTRY_MISSING', position]);
    expect(new Set(removed.map(([, at]) => at))).toEqual(new Set([position]));
  });

  it.each([pageSize, pageSize + 1])('tells of a checkpoint, the %dth, that was removed or is not as it was signed', async (number) => {
    const position = number * perBatch;
    const first = position - perBatch + 1;
    expect(await foundAfter(name, `DELETE FROM kernel.${name}_checkpoint WHERE position = $1`, position)).toEqual([['CHECKPOINT_MISSING', first]]);
    expect(await foundAfter(name, `UPDATE kernel.${name}_checkpoint SET at = at - interval '1 day' WHERE position = $1`, position)).toEqual([['CHECKPOINT_ALTERED', position], ['CHECKPOINT_MISSING', first]]);
  });
});

it.each([pageSize, pageSize + 1, length])('the %dth of what was selected is held against its hash', async (number) => {
  expect(await foundAfter('audit', "UPDATE kernel.audit_selection SET coordinates = coordinates || 'x' WHERE hash = $1", selected[number - 1])).toEqual([['SELECTION_ALTERED', null]]);
});

it.each([pageSize, pageSize + 1, length])('the %dth of the files is read, and held against both its hashes', async (number) => {
  const hash = stored[number - 1] ?? '';
  const content = contents.get(hash) ?? Buffer.of();
  contents.set(hash, Buffer.from('another'));
  expect((await looks.preserved(database)).findings.map(({ kind, problem }) => [kind, problem.includes(hash)])).toEqual([['FILE_ALTERED', true]]);
  contents.set(hash, content);
});
