import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { connect } from '@hub/prisma/clients/connect.js';
import { PrismaClient, type Prisma } from '@hub/prisma/regulator/generated/client.js';
import { cloneDatabase, type ClonedDatabase } from '@hub/prisma/test-databases/clone-database.js';
import type { JWK } from 'jose';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { auditKey } from '../src/audit/audit-key.js';
import { folderOfFiles } from '../src/files/folder-of-files.js';
import { keptName } from '../src/files/kept-files.js';
import { enterStoredFile } from '../src/files/stored-files.js';
import { Preservation, sealedHeadOf } from '../src/preservation/preservation.js';
import type { PreservationReport } from '../src/preservation/preservation-report.js';
import { verifyPreservation } from '../src/preservation/verify-preservation.js';
import type { Place } from '../src/sealing/chain.js';
import type { CheckpointRow, EntryRow } from '../src/sealing/sealed-rows.js';
import { eventually } from '../src/testing/eventually.js';
import { testTimeStampAuthority, type TestTimeStampAuthority } from '../src/testing/test-time-stamp-authority.js';
import { trustedRoots } from '../src/time-stamps/trusted-roots.js';

export const owner = 'regulator';
export const batches = 4;
export const perBatch = 4;
export const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
/** Stands for the rows of an owner that name files. */
export const namingRows = 'SELECT type, id, files FROM naming';

export let clone: ClonedDatabase;
export let database: PrismaClient;
export let folder: string;
export let authority: TestTimeStampAuthority;
export let jwks: { keys: JWK[] };
export let roots: Uint8Array[];
export let head: Place | undefined;
export let entries: EntryRow[];
export let checkpoints: CheckpointRow[];
export let stored: { party_id: string; hash: string; sm3: string }[];

export const filesFolder = () => join(folder, 'files');
export const contentOf = (number: number) => Buffer.from(`content ${number}`);
export const hashed = (algorithm: string, content: Buffer) => createHash(algorithm).update(content).digest('hex');

/** A party hands a file in and an act names it. */
export async function preserve(preservation: Preservation, number: number, tx: Prisma.TransactionClient | PrismaClient = database): Promise<void> {
  const content = contentOf(number);
  const [hash, sm3] = [`sha-256:${hashed('sha256', content)}`, `sm3:${hashed('sm3', content)}`];
  const place = join(filesFolder(), keptName('a-party', hash));
  await mkdir(dirname(place), { recursive: true });
  await writeFile(place, content);
  const stored = { partyId: 'a-party', userId: 'a-user', size: content.length, mediaType: 'image/jpeg' };
  await enterStoredFile(tx, { sha256: hash, sm3 }, stored, preservation);
  const files = [{ hash: number % 3 === 0 ? sm3 : hash, size: content.length, mediaType: 'image/jpeg', name: null }];
  await tx.$executeRaw`INSERT INTO naming VALUES ('Thing', ${`thing-${number}`}, ${JSON.stringify(files)}::jsonb)`;
  await preservation.enter(tx, { kind: 'NAMED', act: 'nameThing', by: { partyId: 'a-party', userId: 'a-user', role: 'OFFICER' }, subject: { type: 'Thing', id: `thing-${number}` }, files });
}

export const looked = (tx: Prisma.TransactionClient | PrismaClient) => verifyPreservation({ owner, database: tx, jwks, head, namingRows, kept: folderOfFiles(filesFolder()), roots });

/** Preserves things before the tests of a file, for all of them. */
export function beforeTestsPreserve(): void {
  beforeAll(async () => {
    clone = await cloneDatabase(owner);
    database = connect(PrismaClient, clone.url);
    await database.$executeRaw`CREATE TABLE naming (type text, id text, files jsonb)`;
    folder = await mkdtemp(join(tmpdir(), 'preservation-tampering-'));
    authority = await testTimeStampAuthority(join(folder, 'roots.pem'));
    roots = trustedRoots(authority.rootsFile);
    for (let batch = 0; batch < batches; batch += 1) {
      const preservation = new Preservation({ owner, database, dataDir: folder, namingRows, timeStamps: { url: authority.url, roots }, log: silent });
      await preservation.begin();
      for (let number = 0; number < perBatch; number += 1) await preserve(preservation, batch * perBatch + number);
      preservation.start();
      preservation.nudge();
      await eventually(
        () => database.$queryRaw<{ stamps: number; waiting: number }[]>`
          SELECT (SELECT count(*)::int FROM kernel.preserved_entry WHERE entry LIKE '%"STAMPED"%') AS stamps, (SELECT count(*)::int FROM kernel.preserved_arrival) AS waiting`,
        ([row]) => row?.stamps === batch + 1 && row.waiting === 0,
      );
      await preservation.close();
    }
    jwks = await auditKey(folder).jwks();
    head = await sealedHeadOf(folder, owner).read();
    entries = await database.$queryRaw<EntryRow[]>`SELECT position::float8 AS position, entry, hash FROM kernel.preserved_entry ORDER BY position`;
    checkpoints = await database.$queryRaw<CheckpointRow[]>`SELECT position::float8 AS position, id::text, first::float8 AS first, previous, hash, at, signature FROM kernel.preserved_checkpoint ORDER BY position`;
    stored = await database.$queryRaw`SELECT party_id, hash, sm3 FROM kernel.stored_file ORDER BY hash`;
  }, 60_000);
  afterAll(async () => {
    await authority.close();
    await database.$disconnect();
    await clone.drop();
    await rm(folder, { recursive: true, force: true });
  });

  // What was sealed and is undone was kept beside the files all the same.
  afterEach(() => writeFile(join(folder, 'evidence', owner, 'sealed.json'), JSON.stringify(head)));
}

/** What a look finds after somebody with all rights in the database has done something to it, which is then undone. */
export async function afterwards(tamper: (tx: Prisma.TransactionClient) => Promise<unknown>): Promise<PreservationReport> {
  let report: PreservationReport | undefined;
  await database.$transaction(async (tx) => {
    await tamper(tx);
    report = await looked(tx);
    throw new Error('undone');
  }).catch((error: Error) => {
    if (error.message !== 'undone') throw error;
  });
  if (!report) throw new Error('Nobody looked.');
  return report;
}

export const stamps = () => entries.filter(({ entry }) => entry.includes('"STAMPED"'));
export const others = () => entries.filter(({ entry }) => !entry.includes('"STAMPED"'));
