import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '@hub/prisma/clients/connect.js';
import { PrismaClient, type Prisma } from '@hub/prisma/regulator/generated/client.js';
import { cloneDatabase, type ClonedDatabase } from '@hub/prisma/test-databases/clone-database.js';
import { randomFrom, type Random } from '@hub/schema/policy/testing/random.js';
import type { JWK } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditReport } from '../src/audit/audit-finding.js';
import { auditKey } from '../src/audit/audit-key.js';
import { AuditWriter } from '../src/audit/audit-writer.js';
import { pruneAudit } from '../src/audit/prune-audit.js';
import { sealedAudit } from '../src/audit/sealed-audit.js';
import { verifyAudit, type AuditWitness } from '../src/audit/verify-audit.js';
import { canonicalJson } from '../src/hashing/canonical-json.js';
import { sha256 } from '../src/hashing/sha-256.js';
import { signDetached } from '../src/identity/detached-signature.js';
import { ArrivalCodes } from '../src/sealing/arrival-codes.js';
import { checkpointText, entryHash, firstHash } from '../src/sealing/chain.js';
import { LogSealer } from '../src/sealing/log-sealer.js';
import type { CheckpointRow, EntryRow } from '../src/sealing/sealed-rows.js';

const owner = 'regulator';
const batches = 6;
const perBatch = 10;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

let clone: ClonedDatabase;
let database: PrismaClient;
let folder: string;
let key: JWK;
let jwks: { keys: JWK[] };
let entries: EntryRow[];
let checkpoints: CheckpointRow[];
let witnesses: AuditWitness[];

const selectionOf = (number: number) => {
  const coordinates = [`Query.list${number % 3}`, 'Thing.id'].join('\n');
  return { hash: sha256(coordinates), coordinates };
};
const entryOf = (number: number) =>
  canonicalJson({ id: `entry-${number}`, at: '2026-03-01T00:00:00.000Z', owner, user: `user-${number % 7}`, party: 'center', kind: 'MONITORING_CENTER', role: 'ANALYST', purpose: null, rows: { 'platform-1': { Listing: number } }, selection: selectionOf(number).hash });

async function sealed(numbers: readonly number[]): Promise<void> {
  const writer = new AuditWriter(database, async () => new ArrivalCodes(key, sealedAudit, owner));
  for (const number of numbers) await writer.write(entryOf(number), selectionOf(number));
  await new LogSealer({ sealed: sealedAudit, owner, database, key: async () => key, log: silent }).stop();
}

beforeAll(async () => {
  clone = await cloneDatabase(owner);
  database = connect(PrismaClient, clone.url);
  folder = await mkdtemp(join(tmpdir(), 'audit-tampering-'));
  const file = auditKey(folder);
  await file.create();
  [key, jwks] = [await file.key(), await file.jwks()];
  for (let batch = 0; batch < batches; batch += 1) await sealed(Array.from({ length: perBatch }, (_each, index) => batch * perBatch + index + 1));
  entries = await database.$queryRaw<EntryRow[]>`SELECT position::float8 AS position, entry, hash FROM kernel.audit_entry ORDER BY position`;
  checkpoints = await database.$queryRaw<CheckpointRow[]>`SELECT position::float8 AS position, id::text, first::float8 AS first, previous, hash, at, signature FROM kernel.audit_checkpoint ORDER BY position`;
  const last = checkpoints.at(-1);
  witnesses = last ? [{ position: last.position, hash: last.hash, brokenAt: null }] : [];
});
afterAll(async () => {
  await database.$disconnect();
  await clone.drop();
  await rm(folder, { recursive: true, force: true });
});

/** What a look finds after somebody with all rights in the database has done something to it, which is then undone. */
async function afterwards(tamper: (tx: Prisma.TransactionClient) => Promise<unknown>): Promise<AuditReport> {
  let report: AuditReport | undefined;
  await database.$transaction(async (tx) => {
    await tamper(tx);
    report = await verifyAudit({ owner, database: tx, jwks, witnesses });
    throw new Error('undone');
  }).catch((error: Error) => {
    if (error.message !== 'undone') throw error;
  });
  if (!report) throw new Error('Nobody looked.');
  return report;
}

/** @returns where the log is not what it was: the position of the first entry, or a hash of what stands at none */
type Tampering = (tx: Prisma.TransactionClient, random: Random) => Promise<number | string>;

/** Entries from the first on as they would be hashed by somebody who has the database and no key. */
async function rehashed(tx: Prisma.TransactionClient, rows: readonly { position: number; entry: string }[]): Promise<void> {
  const hashes: string[] = [];
  for (const { position, entry } of rows) hashes.push(entryHash(sealedAudit, hashes.at(-1) ?? firstHash(sealedAudit, owner), position, entry));
  const [positions, texts] = [rows.map(({ position }) => position), rows.map(({ entry }) => entry)];
  await tx.$executeRaw`INSERT INTO kernel.audit_entry (position, entry, hash) SELECT * FROM unnest(${positions}::bigint[], ${texts}::text[], ${hashes}::text[])
    ON CONFLICT (position) DO UPDATE SET entry = excluded.entry, hash = excluded.hash`;
  await tx.$executeRaw`UPDATE kernel.audit_checkpoint SET hash = row.hash FROM unnest(${positions}::bigint[], ${hashes}::text[]) AS row (position, hash) WHERE audit_checkpoint.position = row.position`;
  await tx.$executeRaw`UPDATE kernel.audit_checkpoint SET previous = row.hash FROM unnest(${positions}::bigint[], ${hashes}::text[]) AS row (position, hash) WHERE first = row.position + 1`;
}

const changed = (random: Random, text: string) => {
  const at = random.below(text.length);
  return `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`;
};
const aboutSomebodyElse = (random: Random, { entry }: EntryRow) => {
  const content = JSON.parse(entry) as Record<string, unknown>;
  const field = random.one(Object.keys(content));
  return canonicalJson({ ...content, [field]: `another ${field}` });
};

const tamperings: Readonly<Record<string, Tampering>> = {
  'a field of an entry': async (tx, random) => {
    const row = random.one(entries);
    await tx.$executeRaw`UPDATE kernel.audit_entry SET entry = ${aboutSomebodyElse(random, row)} WHERE position = ${row.position}::float8::bigint`;
    return row.position;
  },
  'a letter of an entry': async (tx, random) => {
    const row = random.one(entries);
    await tx.$executeRaw`UPDATE kernel.audit_entry SET entry = ${changed(random, row.entry)} WHERE position = ${row.position}::float8::bigint`;
    return row.position;
  },
  'the hash of an entry': async (tx, random) => {
    const row = random.one(entries);
    await tx.$executeRaw`UPDATE kernel.audit_entry SET hash = ${changed(random, row.hash)} WHERE position = ${row.position}::float8::bigint`;
    return row.position;
  },
  'an entry and its hash': async (tx, random) => {
    const row = random.one(entries);
    const entry = aboutSomebodyElse(random, row);
    const before = entries[row.position - 2]?.hash ?? firstHash(sealedAudit, owner);
    await tx.$executeRaw`UPDATE kernel.audit_entry SET entry = ${entry}, hash = ${entryHash(sealedAudit, before, row.position, entry)} WHERE position = ${row.position}::float8::bigint`;
    // Rightly hashed: it is the next one that does not follow.
    return row.position + 1;
  },
  'an entry, and all behind it hashed anew, checkpoints too': async (tx, random) => {
    const row = random.one(entries);
    await rehashed(tx, entries.map((each) => (each === row ? { ...each, entry: aboutSomebodyElse(random, row) } : each)));
    return row.position;
  },
  'the position of an entry': async (tx, random) => {
    const row = random.one(entries);
    const to = random.one([0, -5, entries.length + 1, entries.length + 100]);
    await tx.$executeRaw`UPDATE kernel.audit_entry SET position = ${to}::float8::bigint WHERE position = ${row.position}::float8::bigint`;
    return row.position;
  },
  'two entries exchanged': async (tx, random) => {
    const first = random.one(entries);
    const second = random.one(entries.filter((each) => each !== first));
    const withHash = random.chance(0.5);
    for (const [from, to] of [[first, second], [second, first]] as const) {
      await tx.$executeRaw`UPDATE kernel.audit_entry SET entry = ${from.entry}, hash = ${withHash ? from.hash : to.hash} WHERE position = ${to.position}::float8::bigint`;
    }
    return Math.min(first.position, second.position);
  },
  'an entry removed': async (tx, random) => {
    const { position } = random.one(entries);
    await tx.$executeRaw`DELETE FROM kernel.audit_entry WHERE position = ${position}::float8::bigint`;
    return position;
  },
  'an entry removed, and all behind it moved up and hashed anew': async (tx, random) => {
    const gone = random.one(entries);
    const rest = entries.filter((each) => each !== gone).map(({ entry }, index) => ({ position: index + 1, entry }));
    await tx.$executeRaw`DELETE FROM kernel.audit_entry`;
    await rehashed(tx, rest);
    return gone.position;
  },
  'an entry put in behind the end, rightly hashed': async (tx, random) => {
    const last = entries.at(-1)!;
    const entry = aboutSomebodyElse(random, last);
    await tx.$executeRaw`INSERT INTO kernel.audit_entry (position, entry, hash) VALUES (${last.position + 1}::float8::bigint, ${entry}, ${entryHash(sealedAudit, last.hash, last.position + 1, entry)})`;
    return last.position + 1;
  },
  'an entry put in between, and all behind it moved down and hashed anew': async (tx, random) => {
    const before = random.one(entries);
    const more = entries.flatMap((each) => (each === before ? [aboutSomebodyElse(random, each), each.entry] : [each.entry]));
    await rehashed(tx, more.map((entry, index) => ({ position: index + 1, entry })));
    return before.position;
  },
  'the end cut off with its checkpoints': async (tx, random) => {
    const { position } = random.one(checkpoints.slice(0, -1));
    await tx.$executeRaw`DELETE FROM kernel.audit_entry WHERE position > ${position}::float8::bigint`;
    await tx.$executeRaw`DELETE FROM kernel.audit_checkpoint WHERE position > ${position}::float8::bigint`;
    return position + 1;
  },
  'the end cut off at any place': async (tx, random) => {
    const position = random.below(entries.length);
    await tx.$executeRaw`DELETE FROM kernel.audit_entry WHERE position > ${position}::float8::bigint`;
    await tx.$executeRaw`DELETE FROM kernel.audit_checkpoint WHERE position > ${position}::float8::bigint`;
    return position + 1;
  },
  'the beginning cut off, with a leave that nobody has signed': async (tx, random) => {
    const { position, hash, signature } = random.one(checkpoints);
    await tx.$executeRaw`DELETE FROM kernel.audit_entry WHERE position <= ${position}::float8::bigint`;
    await tx.$executeRaw`DELETE FROM kernel.audit_checkpoint WHERE position <= ${position}::float8::bigint`;
    if (random.chance(0.7)) await tx.$executeRaw`INSERT INTO kernel.audit_cut VALUES (${position}::float8::bigint, ${hash}, now(), ${signature})`;
    return 1;
  },
  'a column of a checkpoint': async (tx, random) => {
    const { position, ...row } = random.one(checkpoints);
    const where = `WHERE position = ${position}`;
    await tx.$executeRawUnsafe(
      random.one([
        `UPDATE kernel.audit_checkpoint SET id = gen_random_uuid() ${where}`,
        `UPDATE kernel.audit_checkpoint SET first = first ${random.chance(0.5) ? '+' : '-'} 1 ${where}`,
        `UPDATE kernel.audit_checkpoint SET previous = '${changed(random, row.previous)}' ${where}`,
        `UPDATE kernel.audit_checkpoint SET hash = '${changed(random, row.hash)}' ${where}`,
        `UPDATE kernel.audit_checkpoint SET at = at - interval '1 day' ${where}`,
        `UPDATE kernel.audit_checkpoint SET signature = '${random.one(checkpoints.filter((each) => each.position !== position)).signature}' ${where}`,
        `UPDATE kernel.audit_checkpoint SET position = position + 1 ${where}`,
      ]),
    );
    return position;
  },
  'a checkpoint removed': async (tx, random) => {
    const { position } = random.one(checkpoints);
    await tx.$executeRaw`DELETE FROM kernel.audit_checkpoint WHERE position = ${position}::float8::bigint`;
    return position;
  },
  'what was selected': async (tx, random) => {
    const { hash } = selectionOf(random.below(3));
    await tx.$executeRaw`UPDATE kernel.audit_selection SET coordinates = coordinates || 'x' WHERE hash = ${hash}`;
    return hash;
  },
  'what was selected, under its right hash': async (tx, random) => {
    const { hash } = selectionOf(random.below(3));
    await tx.$executeRaw`UPDATE kernel.audit_selection SET coordinates = 'Thing.id', hash = ${sha256('Thing.id')} WHERE hash = ${hash}`;
    return entries.find(({ entry }) => entry.includes(hash))?.position ?? hash;
  },
};

/** Whether findings say where: at the very position, or between the checkpoints on both sides of it, where all was hashed anew. */
function sayWhere({ findings }: AuditReport, where: number | string): boolean {
  if (typeof where === 'string') return findings.some(({ problem }) => problem.includes(where));
  const between = checkpoints.find(({ first, position }) => first <= where && where <= position);
  return findings.some(({ position }) => position !== null && (position === where || (between && between.first <= position && position <= between.position)));
}

describe('an audit log (5.4.3 d)', () => {
  it('that nobody has touched is whole', async () => {
    expect(await verifyAudit({ owner, database, jwks, witnesses })).toEqual({
      owner, entries: batches * perBatch, checkpoints: batches, upTo: batches * perBatch, unsealed: 0, findings: [], found: 0,
    });
  });

  it('tells of each of 1,000 tamperings, and where', async () => {
    const random = randomFrom(20261127);
    const kinds = Object.entries(tamperings);
    const unnoticed: string[] = [];
    for (let number = 0; number < 1_000; number += 1) {
      const [name, tamper] = kinds[number % kinds.length]!;
      let where: number | string = 0;
      const report = await afterwards(async (tx) => (where = await tamper(tx, random)));
      if (!sayWhere(report, where)) unnoticed.push(`${number}: ${name} at ${where}: ${report.findings.map(({ kind, position }) => `${kind} ${position}`).join(', ')}`);
    }
    expect(unnoticed).toEqual([]);
    expect((await verifyAudit({ owner, database, jwks, witnesses })).found).toBe(0);
    // Some ten seconds on a quiet machine.
  }, 900_000);

  it('says where, and which entry it was', async () => {
    const { findings } = await afterwards((tx) => tx.$executeRaw`UPDATE kernel.audit_entry SET entry = replace(entry, 'center', 'nobody') WHERE position = 17`);
    expect(findings).toEqual([{ kind: 'ENTRY_ALTERED', position: 17, entry: 'entry-17', problem: expect.any(String) }]);
    const removed = await afterwards((tx) => tx.$executeRaw`DELETE FROM kernel.audit_entry WHERE position IN (23, 24)`);
    expect(removed.findings).toEqual([{ kind: 'ENTRY_MISSING', position: 23, entry: null, problem: '2 removed: the log goes on at 25' }]);
    const cut = await afterwards(async (tx) => {
      await tx.$executeRaw`DELETE FROM kernel.audit_entry WHERE position > 40`;
      await tx.$executeRaw`DELETE FROM kernel.audit_checkpoint WHERE position > 40`;
    });
    expect(cut.findings).toEqual([{ kind: 'TAIL_CUT', position: 41, entry: null, problem: expect.stringContaining('up to 60') }]);
    const before = await afterwards((tx) => tx.$executeRaw`INSERT INTO kernel.audit_entry (position, entry, hash) VALUES (0, ${entryOf(99)}, ${firstHash(sealedAudit, owner)})`);
    expect(before.findings).toEqual([{ kind: 'ENTRY_INSERTED', position: 0, entry: 'entry-99', problem: expect.any(String) }]);
    // Hashed anew the chain is right again; the checkpoints are not.
    const anew = await afterwards((tx) => rehashed(tx, entries.map((each) => (each.position === 17 ? { ...each, entry: each.entry.replace('center', 'nobody') } : each))));
    expect(anew.findings.map(({ kind, position }) => [kind, position])).toEqual([
      ...[20, 30, 40, 50, 60].map((position) => ['CHECKPOINT_ALTERED', position]), ['ENTRY_INSERTED', 11], ['TAIL_CUT', 11],
    ]);
  });

  it('is not whole where its witness is broken or gone: another history was told meanwhile, or somebody has removed the witness', async () => {
    const [witness] = witnesses;
    const brokenAt = new Date('2026-03-02T00:00:00Z');
    const broken = await verifyAudit({ owner, database, jwks, witnesses: [{ ...witness!, brokenAt }] });
    expect(broken.findings).toEqual([{ kind: 'WITNESS_BROKEN', position: 61, entry: null, problem: expect.stringContaining('2026-03-02') as string }]);
    const gone = await verifyAudit({ owner, database, jwks, witnesses: [{ position: 60, hash: null, brokenAt: null }] });
    expect(gone.findings).toEqual([{ kind: 'WITNESS_MISSING', position: null, entry: null, problem: expect.stringContaining('up to 60') as string }]);
  });

  it('is not whole where it is another history that the hub has sealed itself, as behind an older copy of its database', async () => {
    const told = await verifyAudit({ owner, database, jwks, witnesses: [{ position: 30, hash: 'another history', brokenAt: null }] });
    expect(told.findings).toEqual([{ kind: 'HISTORY_REPLACED', position: 30, entry: null, problem: expect.any(String) }]);
    const { signature: _signature, ...checkpoint } = checkpoints.at(-1)!;
    const elsewhere = { ...checkpoint, previous: 'another history' };
    const sealedElsewhere = await signDetached(key, checkpointText(sealedAudit, { ...elsewhere, owner, at: elsewhere.at.toISOString() }));
    const { findings } = await afterwards((tx) => tx.$executeRaw`UPDATE kernel.audit_checkpoint SET previous = ${elsewhere.previous}, signature = ${sealedElsewhere} WHERE position = 60`);
    expect(findings).toEqual([{ kind: 'HISTORY_REPLACED', position: 51, entry: null, problem: expect.any(String) }]);
  });

  it('is not read by keys of another hub', async () => {
    const other = auditKey(join(folder, 'other'));
    await other.create();
    const { findings } = await verifyAudit({ owner, database, jwks: await other.jwks(), witnesses });
    expect(new Set(findings.map(({ kind }) => kind))).toContain('CHECKPOINT_ALTERED');
  });

  it('is not cut by a checkpoint that somebody has made older than it is', async () => {
    const older = async (positions: readonly number[]) => {
      await database.$executeRaw`UPDATE kernel.audit_checkpoint SET at = '2000-01-01' WHERE position = ANY(${positions}::bigint[])`;
      await pruneAudit({ owner, database, key: async () => key, before: new Date('2001-01-01') });
      const { entries, findings } = await verifyAudit({ owner, database, jwks, witnesses });
      for (const { position, at } of checkpoints) await database.$executeRaw`UPDATE kernel.audit_checkpoint SET at = ${at} WHERE position = ${position}::float8::bigint`;
      return [entries, findings.map(({ kind }) => kind)];
    };
    expect(await older([checkpoints.at(-1)!.position])).toEqual([60, ['CHECKPOINT_ALTERED', 'ENTRY_INSERTED', 'TAIL_CUT']]);
    expect(await older([checkpoints[0]!.position])).toEqual([60, ['CHECKPOINT_ALTERED', 'CHECKPOINT_MISSING']]);
    expect(await older(checkpoints.map(({ position }) => position))).toEqual([60, [...checkpoints.map(() => 'CHECKPOINT_ALTERED'), 'ENTRY_INSERTED', 'TAIL_CUT']]);
    expect(await verifyAudit({ owner, database, jwks, witnesses })).toMatchObject({ entries: 60, found: 0 });
  });

  it('goes on whole behind a signed cut, once what was before has been kept long enough', async () => {
    await pruneAudit({ owner, database, key: async () => key, before: checkpoints[3]!.at });
    const report = await verifyAudit({ owner, database, jwks, witnesses });
    expect(report).toMatchObject({ entries: 30, upTo: 60, found: 0 });
    await pruneAudit({ owner, database, key: async () => key, before: new Date(Date.now() + 1_000) });
    await sealed([61, 62]);
    expect(await verifyAudit({ owner, database, jwks, witnesses })).toMatchObject({ entries: 2, upTo: 62, found: 0 });
  });

  it('seals as such what somebody else has put in the way of the sealer', async () => {
    await database.$executeRaw`INSERT INTO kernel.audit_arrival (entry, mac) VALUES (${entryOf(99)}, 'a guess')`;
    await sealed([63]);
    const { findings } = await verifyAudit({ owner, database, jwks, witnesses });
    expect(findings).toEqual([{ kind: 'ENTRY_FORGED', position: 63, entry: null, problem: expect.any(String) }]);
  });

  it('is sealed once, however many seal at a time', async () => {
    const writer = new AuditWriter(database, async () => new ArrivalCodes(key, sealedAudit, owner));
    await Promise.all(Array.from({ length: 50 }, (_each, index) => writer.write(entryOf(100 + index), selectionOf(index))));
    await Promise.all([1, 2, 3].map(() => new LogSealer({ sealed: sealedAudit, owner, database, key: async () => key, log: silent }).stop()));
    await sealed([]);
    expect(await verifyAudit({ owner, database, jwks, witnesses })).toMatchObject({ upTo: 114, unsealed: 0, found: 1 });
  });
});
