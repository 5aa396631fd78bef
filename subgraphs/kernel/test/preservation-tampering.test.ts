import { appendFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PrismaClient, type Prisma } from '@hub/prisma/regulator/generated/client.js';
import { randomFrom, type Random } from '@hub/schema/policy/testing/random.js';
import { describe, expect, it } from 'vitest';
import { auditKey } from '../src/audit/audit-key.js';
import { keptName } from '../src/files/kept-files.js';
import { canonicalJson } from '../src/hashing/canonical-json.js';
import { signDetached } from '../src/identity/detached-signature.js';
import { Preservation, sealedHeadOf } from '../src/preservation/preservation.js';
import { sealedPreservation } from '../src/preservation/sealed-preservation.js';
import { verifyPreservation } from '../src/preservation/verify-preservation.js';
import { checkpointText, entryHash, firstHash } from '../src/sealing/chain.js';
import type { EntryRow } from '../src/sealing/sealed-rows.js';
import { testTimeStampAuthority } from '../src/testing/test-time-stamp-authority.js';
import { TimeStampAuthority } from '../src/time-stamps/time-stamp-authority.js';
import { trustedRoots } from '../src/time-stamps/trusted-roots.js';
import { afterwards, authority, batches, beforeTestsPreserve, checkpoints, contentOf, database, entries, filesFolder, folder, hashed, head, jwks, looked, namingRows, others, owner, perBatch, preserve, roots, silent, stamps, stored } from './preserved-things.js';

beforeTestsPreserve();

type Tampering = (tx: Prisma.TransactionClient, random: Random) => Promise<unknown>;

const changedAt = (random: Random, text: string) => {
  const at = random.below(text.length);
  return `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`;
};
const toldOtherwise = (random: Random, { entry }: EntryRow) => {
  const content = JSON.parse(entry) as Record<string, unknown>;
  const field = random.one(Object.keys(content));
  return canonicalJson({ ...content, [field]: `another ${field}` });
};

/** Writes these entries as the log, hashed anew from the first, checkpoints too: all that can be done without the key. */
async function rehashed(tx: Prisma.TransactionClient, texts: readonly string[]): Promise<void> {
  let hash = firstHash(sealedPreservation, owner);
  await tx.$executeRaw`DELETE FROM kernel.preserved_entry`;
  for (const [index, entry] of texts.entries()) {
    const position = index + 1;
    hash = entryHash(sealedPreservation, hash, position, entry);
    await tx.$executeRaw`INSERT INTO kernel.preserved_entry VALUES (${position}::float8::bigint, ${entry}, ${hash})`;
    await tx.$executeRaw`UPDATE kernel.preserved_checkpoint SET hash = ${hash} WHERE position = ${position}::float8::bigint`;
    await tx.$executeRaw`UPDATE kernel.preserved_checkpoint SET previous = ${hash} WHERE first = ${position + 1}::float8::bigint`;
  }
}

const tamperings: Readonly<Record<string, Tampering>> = {
  'a field of an entry': (tx, random) => {
    const row = random.one(entries);
    return tx.$executeRaw`UPDATE kernel.preserved_entry SET entry = ${toldOtherwise(random, row)} WHERE position = ${row.position}::float8::bigint`;
  },
  'a letter of an entry': (tx, random) => {
    const row = random.one(entries);
    return tx.$executeRaw`UPDATE kernel.preserved_entry SET entry = ${changedAt(random, row.entry)} WHERE position = ${row.position}::float8::bigint`;
  },
  'the hash of an entry': (tx, random) => {
    const row = random.one(entries);
    return tx.$executeRaw`UPDATE kernel.preserved_entry SET hash = ${changedAt(random, row.hash)} WHERE position = ${row.position}::float8::bigint`;
  },
  'an entry, and all behind it hashed anew, checkpoints too': (tx, random) => {
    const row = random.one(entries);
    return rehashed(tx, entries.map((each) => (each === row ? toldOtherwise(random, row) : each.entry)));
  },
  'an entry removed': (tx, random) => tx.$executeRaw`DELETE FROM kernel.preserved_entry WHERE position = ${random.one(entries).position}::float8::bigint`,
  'an entry removed, and all behind it moved up and hashed anew': (tx, random) => {
    const gone = random.one(entries);
    return rehashed(tx, entries.filter((each) => each !== gone).map(({ entry }) => entry));
  },
  'two entries exchanged': async (tx, random) => {
    const first = random.one(entries);
    const second = random.one(entries.filter((each) => each !== first));
    for (const [from, to] of [[first, second], [second, first]] as const) await tx.$executeRaw`UPDATE kernel.preserved_entry SET entry = ${from.entry} WHERE position = ${to.position}::float8::bigint`;
  },
  'two entries exchanged, and all hashed anew': (tx, random) => {
    const first = random.one(entries);
    const second = random.one(entries.filter((each) => each !== first));
    return rehashed(tx, entries.map((each) => (each === first ? second : each === second ? first : each).entry));
  },
  'an entry put in between, and all behind it hashed anew': (tx, random) => {
    const before = random.one(entries);
    return rehashed(tx, entries.flatMap((each) => (each === before ? [toldOtherwise(random, each), each.entry] : [each.entry])));
  },
  'an entry put in behind the end, rightly hashed': (tx, random) => {
    const last = entries.at(-1)!;
    const entry = toldOtherwise(random, last);
    return tx.$executeRaw`INSERT INTO kernel.preserved_entry VALUES (${last.position + 1}::float8::bigint, ${entry}, ${entryHash(sealedPreservation, last.hash, last.position + 1, entry)})`;
  },
  'the end cut off with its checkpoints, and with all that it tells of': async (tx, random) => {
    const { position } = random.one(checkpoints.slice(0, -1));
    const gone = entries.filter((each) => each.position > position).map(({ entry }) => JSON.parse(entry) as { subject?: { id: string }; file?: { hash: string } });
    await tx.$executeRaw`DELETE FROM kernel.preserved_entry WHERE position > ${position}::float8::bigint`;
    await tx.$executeRaw`DELETE FROM kernel.preserved_checkpoint WHERE position > ${position}::float8::bigint`;
    await tx.$executeRaw`DELETE FROM naming WHERE id = ANY(${gone.flatMap(({ subject }) => (subject ? [subject.id] : []))})`;
    await tx.$executeRaw`DELETE FROM kernel.stored_file WHERE hash = ANY(${gone.flatMap(({ file }) => (file ? [file.hash] : []))})`;
  },
  'a column of a checkpoint': (tx, random) => {
    const { position, ...row } = random.one(checkpoints);
    return tx.$executeRawUnsafe(
      `UPDATE kernel.preserved_checkpoint SET ${random.one([
        'id = gen_random_uuid()', 'first = first + 1', 'first = first - 1', `previous = '${changedAt(random, row.previous)}'`, `hash = '${changedAt(random, row.hash)}'`, `at = at - interval '1 day'`,
        `signature = '${random.one(checkpoints.filter((each) => each.position !== position)).signature}'`, 'position = position + 1000',
      ])} WHERE position = ${position}`,
    );
  },
  'a checkpoint removed': (tx, random) => tx.$executeRaw`DELETE FROM kernel.preserved_checkpoint WHERE position = ${random.one(checkpoints).position}::float8::bigint`,
  'a time stamp': (tx, random) => {
    const row = random.one(stamps());
    const content = JSON.parse(row.entry) as { token: string };
    const token = Buffer.from(content.token, 'base64');
    const at = random.below(token.length);
    token[at] = token[at]! ^ (1 << random.below(8));
    return tx.$executeRaw`UPDATE kernel.preserved_entry SET entry = ${canonicalJson({ ...content, token: token.toString('base64') })} WHERE position = ${row.position}::float8::bigint`;
  },
  'the place that a time stamp is over': (tx, random) => {
    const row = random.one(stamps());
    const content = JSON.parse(row.entry) as { position: number };
    return rehashed(tx, entries.map((each) => (each === row ? canonicalJson({ ...content, position: content.position === 1 ? 2 : content.position - 1 }) : each.entry)));
  },
  'a file of the store is forgotten': (tx, random) => tx.$executeRaw`DELETE FROM kernel.stored_file WHERE hash = ${random.one(stored).hash}`,
  'a file of the store is told otherwise': (tx, random) => {
    const { hash, sm3 } = random.one(stored);
    return tx.$executeRawUnsafe(`UPDATE kernel.stored_file SET ${random.one([`hash = '${changedAt(random, hash)}'`, `sm3 = '${changedAt(random, sm3)}'`, 'size = size + 1', "party_id = 'another'", "media_type = 'text/plain'"])} WHERE hash = $1`, hash);
  },
  'a file is put into the store that nobody has handed in': (tx, random) => {
    const { hash, sm3 } = random.one(stored);
    return tx.$executeRaw`INSERT INTO kernel.stored_file VALUES ('another', ${hash}, ${sm3}, 1, 'image/jpeg', 'u', now())`;
  },
  'a row names another file': (tx, random) => tx.$executeRaw`UPDATE naming SET files = jsonb_set(files, '{0,hash}', to_jsonb(${random.one(stored).sm3}::text || '0')) WHERE id = ${`thing-${random.below(batches * perBatch)}`}`,
  'a row names no file any more': (tx, random) => tx.$executeRaw`UPDATE naming SET files = ${random.one(['[]', '{}', '"none"'])}::jsonb WHERE id = ${`thing-${random.below(batches * perBatch)}`}`,
  'a row is removed': (tx, random) => tx.$executeRaw`DELETE FROM naming WHERE id = ${`thing-${random.below(batches * perBatch)}`}`,
  'a row is put in': (tx, random) => tx.$executeRaw`INSERT INTO naming SELECT type, 'another', files FROM naming WHERE id = ${`thing-${random.below(batches * perBatch)}`}`,
};

describe('what an owner has preserved of files (存证, 5.2.4 a)', () => {
  it('is whole where nobody has touched it: recorded, sealed, stamped, and as it was handed in', async () => {
    const files = batches * perBatch;
    expect(await looked(database)).toEqual({
      ...{ owner, entries: files * 2 + batches, upTo: files * 2 + batches, unsealed: 0, findings: [], found: 0 },
      ...{ checkpoints: expect.any(Number) as number, files, stamps: batches, stampedUpTo: others().at(-1)?.position, notHandedIn: 0 },
    });
  });

  it('tells of each of 500 tamperings', async () => {
    const random = randomFrom(20261128);
    const kinds = Object.entries(tamperings);
    const unnoticed: string[] = [];
    for (let number = 0; number < 500; number += 1) {
      const [name, tamper] = kinds[number % kinds.length]!;
      const { found } = await afterwards((tx) => tamper(tx, random));
      if (found === 0) unnoticed.push(`${number}: ${name}`);
    }
    expect(unnoticed).toEqual([]);
    expect((await looked(database)).found).toBe(0);
  }, 240_000);

  it('says which entry, which file and which stamp it is', async () => {
    const named = others().find(({ entry }) => entry.includes('"NAMED"'))!;
    const { id } = JSON.parse(named.entry) as { id: string };
    expect((await afterwards((tx) => tx.$executeRaw`UPDATE kernel.preserved_entry SET entry = replace(entry, 'a-party', 'b-party') WHERE position = ${named.position}::float8::bigint`)).findings).toEqual([
      { kind: 'ENTRY_ALTERED', position: named.position, entry: id, problem: expect.any(String) },
    ]);
    const [file] = stored;
    expect((await afterwards((tx) => tx.$executeRaw`DELETE FROM kernel.stored_file WHERE hash = ${file!.hash}`)).findings).toEqual([
      { kind: 'FILE_FORGOTTEN', position: expect.any(Number), entry: expect.any(String), problem: expect.stringContaining(file!.hash) },
    ]);
  });

  it('is not whole where a file has been changed or removed in the store itself', async () => {
    const [first, second] = stored.map(({ hash }) => ({ hash, path: join(filesFolder(), keptName('a-party', hash)) }));
    const content = contentOf([...Array(batches * perBatch).keys()].find((number) => `sha-256:${hashed('sha256', contentOf(number))}` === first!.hash)!);
    await appendFile(first!.path, '!');
    const before = await import('node:fs/promises').then(({ readFile }) => readFile(second!.path));
    await rm(second!.path);
    const { findings } = await looked(database);
    expect(findings.map(({ kind, problem }) => [kind, problem])).toEqual([
      ['FILE_ALTERED', expect.stringContaining(first!.hash)],
      ['FILE_MISSING', expect.stringContaining(second!.hash)],
    ]);
    await writeFile(first!.path, content);
    await writeFile(second!.path, before);
    expect((await looked(database)).found).toBe(0);
  });

  it('proves its time to those alone who believe the authority', async () => {
    const other = await testTimeStampAuthority(join(folder, 'other.pem'));
    await other.close();
    const { findings } = await verifyPreservation({ owner, database, jwks, head, namingRows, roots: trustedRoots(other.rootsFile) });
    expect(findings.map(({ kind }) => kind)).toEqual(Array.from({ length: batches }, () => 'STAMP_INVALID'));
  });

  it.each([
    [60_000, []],
    [3_600_000, ['STAMP_INVALID']],
  ])('is stamped no earlier than it was sealed, by more than clocks differ: %d ms', async (ahead, found) => {
    const { position, at: _at, ...last } = checkpoints.at(-1)!;
    const key = await auditKey(folder).key();
    await database.$transaction(async (tx) => {
      // The hub says that it sealed at a time that has yet to come, and the authority stamps that now.
      const at = new Date(Date.now() + ahead);
      const text = checkpointText(sealedPreservation, { ...last, owner, position, at: at.toISOString() });
      await tx.$executeRaw`UPDATE kernel.preserved_checkpoint SET at = ${at}, signature = ${await signDetached(key, text)} WHERE position = ${position}::float8::bigint`;
      const stamp = await new TimeStampAuthority({ url: authority.url, roots }).stamp(text);
      const preservation = new Preservation({ owner, database: tx, dataDir: folder, namingRows, timeStamps: undefined, log: silent });
      await preservation.enter(tx, { kind: 'STAMPED', at: stamp.at.toISOString(), position, authority: authority.url, token: Buffer.from(stamp.token).toString('base64') });
      preservation.start();
      await preservation.close();
      const { entries: sealed, findings } = await looked(tx);
      expect({ sealed, kinds: findings.map(({ kind }) => kind) }).toEqual({ sealed: entries.length + 1, kinds: found });
      for (const { problem } of findings) expect(problem).toContain(`it tells ${stamp.at.toISOString()}, and the checkpoint was sealed at ${at.toISOString()}`);
      throw new Error('undone');
    }, { timeout: 20_000 }).catch((error: Error) => expect(error.message).toBe('undone'));
  });

  it('is sealed as put in where somebody else than the hub has written to it', async () => {
    await database.$transaction(async (tx) => {
      await tx.$executeRaw`INSERT INTO kernel.preserved_arrival (entry, mac) VALUES (${entries[0]!.entry}, 'a guess')`;
      const preservation = new Preservation({ owner, database: tx, dataDir: folder, namingRows, timeStamps: undefined, log: silent });
      preservation.start();
      await preservation.close();
      expect((await looked(tx)).findings.map(({ kind }) => kind)).toContain('ENTRY_FORGED');
      throw new Error('undone');
    }, { timeout: 20_000 }).catch((error: Error) => expect(error.message).toBe('undone'));
  });

  it('is not sealed any further once its end was cut off, and keeps where it ended', async () => {
    const told: string[] = [];
    const log = { ...silent, error: (_: object, text: string) => told.push(text) };
    const { position } = checkpoints.at(-2)!;
    for (const cut of [position, 0]) {
      await database.$transaction(async (tx) => {
        await tx.$executeRaw`DELETE FROM kernel.preserved_entry WHERE position > ${cut}::float8::bigint`;
        await tx.$executeRaw`DELETE FROM kernel.preserved_checkpoint WHERE position > ${cut}::float8::bigint`;
        const preservation = new Preservation({ owner, database: tx, dataDir: folder, namingRows, timeStamps: undefined, log });
        await preservation.begin();
        // What was entered before is nothing that an act does now: nothing is entered anew where a record was kept.
        expect(await tx.$queryRaw`SELECT count(*)::int AS count FROM kernel.preserved_arrival`).toEqual([{ count: 0 }]);
        for (let number = 100; number < 100 + entries.length; number += 1) await preserve(preservation, number, tx);
        preservation.start();
        await preservation.close();
        expect(await tx.$queryRaw`SELECT coalesce(max(position), 0)::int AS end FROM kernel.preserved_checkpoint`).toEqual([{ end: cut }]);
        expect(await sealedHeadOf(folder, owner).read()).toEqual(head);
        expect(preservation.warnings()).toEqual({ preservation: expect.stringContaining(`sealed up to ${head!.position}`) });
        expect((await looked(tx)).findings.map(({ kind }) => kind)).toContain('TAIL_CUT');
        throw new Error('undone');
      }, { timeout: 30_000 }).catch((error: Error) => expect(error.message).toBe('undone'));
    }
    expect(told).toEqual(Array.from({ length: 2 }, () => 'a log was cut off, and is not sealed any further'));
  }, 60_000);

  it('is not whole where what keeps its end is gone', async () => {
    const { findings } = await verifyPreservation({ owner, database, jwks, head: null, namingRows });
    expect(findings.map(({ kind }) => kind)).toEqual(['HEAD_MISSING']);
  });

  it('is not whole where another record was kept beside the files, of the same length', async () => {
    const { findings } = await verifyPreservation({ owner, database, jwks, head: { position: head!.position, hash: entries[0]!.hash }, namingRows });
    expect(findings.map(({ kind }) => kind)).toEqual(['HISTORY_REPLACED']);
  });

  it('is not whole where nothing was stamped for a day though an authority is set', async () => {
    const stampedWithin = 86_400_000;
    const within = (now: number, tx: Prisma.TransactionClient | PrismaClient = database) => verifyPreservation({ owner, database: tx, jwks, head, namingRows, roots, stampedWithin, now: () => new Date(now) });
    const later = Date.now() + 2 * stampedWithin;
    expect((await within(later)).found).toBe(0);
    await database.$transaction(async (tx) => {
      const preservation = new Preservation({ owner, database: tx, dataDir: folder, namingRows, timeStamps: undefined, log: silent });
      await preserve(preservation, 200, tx);
      preservation.start();
      await preservation.close();
      expect((await within(Date.now(), tx)).findings).toEqual([]);
      expect((await within(later, tx)).findings.map(({ kind }) => kind)).toEqual(['STAMP_MISSING']);
      expect((await verifyPreservation({ owner, database: tx, jwks, head, namingRows })).stampedUpTo).toBe(0);
      throw new Error('undone');
    }, { timeout: 20_000 }).catch((error: Error) => expect(error.message).toBe('undone'));
  });
});
