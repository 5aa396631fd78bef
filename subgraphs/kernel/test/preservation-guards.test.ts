import type { Prisma } from '@hub/prisma/regulator/generated/client.js';
import { describe, expect, it } from 'vitest';
import { entriesOfBefore } from '../src/preservation/entries-of-before.js';
import { Preservation } from '../src/preservation/preservation.js';
import { verifyPreservation } from '../src/preservation/verify-preservation.js';
import { beforeTestsPreserve, database, entries, folder, head, jwks, looked, namingRows, owner, preserve, silent, stamps, stored } from './preserved-things.js';

beforeTestsPreserve();

/** Does something to the record as the hub itself would, under its key, looks, and undoes it. */
async function within(work: (tx: Prisma.TransactionClient, preservation: Preservation) => Promise<void>): Promise<void> {
  await database.$transaction(async (tx) => {
    await work(tx, new Preservation({ owner, database: tx, dataDir: folder, namingRows, timeStamps: undefined, log: silent }));
    throw new Error('undone');
  }, { timeout: 20_000 }).catch((error: Error) => expect(error.message).toBe('undone'));
}

/** Seals what was entered. */
async function sealedNow(preservation: Preservation): Promise<void> {
  preservation.start();
  await preservation.close();
}

describe('the record of what was preserved, each guard by itself', () => {
  it.each([
    ['another size', 'UPDATE kernel.stored_file SET size = size + 1 WHERE hash = $1'],
    ['another SM3', "UPDATE kernel.stored_file SET sm3 = 'sm3:0' WHERE hash = $1"],
    ['another SHA-256', "UPDATE kernel.stored_file SET hash = 'sha-256:0' WHERE hash = $1"],
    ['another media type', "UPDATE kernel.stored_file SET media_type = 'text/plain' WHERE hash = $1"],
    ['another party', "UPDATE kernel.stored_file SET party_id = 'another' WHERE hash = $1"],
  ])('tells without reading files of one that stands in the store under %s', (_what, statement) =>
    within(async (tx) => {
      expect(await tx.$executeRawUnsafe(statement, stored[0]!.hash)).toBe(1);
      const { findings, files } = await verifyPreservation({ owner, database: tx, jwks, head, namingRows });
      expect([files, findings.map(({ kind }) => kind).sort()]).toEqual([null, ['FILE_FORGOTTEN', 'FILE_UNRECORDED']]);
    }),
  );

  it('tells without reading files of one that nobody has handed in', () =>
    within(async (tx) => {
      await tx.$executeRaw`INSERT INTO kernel.stored_file VALUES ('another', ${stored[0]!.hash}, ${stored[0]!.sm3}, 1, 'image/jpeg', 'u', now())`;
      const { findings } = await verifyPreservation({ owner, database: tx, jwks, head, namingRows });
      expect(findings.map(({ kind, problem }) => [kind, problem.includes(`${stored[0]!.hash} of another`)])).toEqual([['FILE_UNRECORDED', true]]);
    }));

  it('counts a file as handed in only where the party that names it has done so', () =>
    within(async (tx, preservation) => {
      const files = [{ hash: stored[0]!.hash, size: 1, mediaType: 'image/jpeg', name: null }];
      await preservation.enter(tx, { kind: 'NAMED', act: 'nameThing', by: { partyId: 'another', userId: 'u', role: null }, subject: { type: 'Thing', id: 'of-another' }, files });
      expect((await looked(tx)).notHandedIn).toBe(1);
    }));

  it('believes no stamp that tells another time than its entry', () =>
    within(async (tx, preservation) => {
      const { position, token, authority: url } = JSON.parse(stamps().at(-1)!.entry) as { position: number; token: string; authority: string };
      await preservation.enter(tx, { kind: 'STAMPED', at: '2020-01-01T00:00:00.000Z', position, authority: url, token });
      await sealedNow(preservation);
      expect((await looked(tx)).findings).toMatchObject([{ kind: 'STAMP_INVALID', problem: expect.stringContaining('2020-01-01') as string }]);
    }));

  it('believes no stamp over a place where there is no checkpoint', () =>
    within(async (tx, preservation) => {
      const { token, authority: url, at } = JSON.parse(stamps().at(-1)!.entry) as { token: string; authority: string; at: string };
      await preservation.enter(tx, { kind: 'STAMPED', at, position: 100_000, authority: url, token });
      await sealedNow(preservation);
      expect((await looked(tx)).findings).toMatchObject([{ kind: 'STAMP_INVALID', problem: expect.stringContaining('no such checkpoint') as string }]);
    }));

  it('reaches no less far under its stamps by one that is over less', () =>
    within(async (tx, preservation) => {
      const before = (await looked(tx)).stampedUpTo;
      const { position, token, authority: url, at } = JSON.parse(stamps()[0]!.entry) as { position: number; token: string; authority: string; at: string };
      await preservation.enter(tx, { kind: 'STAMPED', at, position, authority: url, token });
      await sealedNow(preservation);
      expect(await looked(tx)).toMatchObject({ stamps: stamps().length + 1, stampedUpTo: before, found: 0 });
    }));

  it('is not under a stamp by one that is over no place at all, also where stamps are not verified', () =>
    within(async (tx, preservation) => {
      await preserve(preservation, 300, tx);
      await sealedNow(preservation);
      await preservation.enter(tx, { kind: 'STAMPED', at: '2026-01-01T00:00:00.000Z', position: 'everywhere' as unknown as number, authority: 'nobody', token: '' });
      await sealedNow(new Preservation({ owner, database: tx, dataDir: folder, namingRows, timeStamps: undefined, log: silent }));
      const { findings } = await verifyPreservation({ owner, database: tx, jwks, head, namingRows, stampedWithin: 1_000, now: () => new Date(Date.now() + 60_000) });
      expect(findings.map(({ kind }) => kind)).toEqual(['STAMP_MISSING']);
    }));

  it('has begun where something has arrived, though nothing is sealed yet', () =>
    within(async (tx, preservation) => {
      await tx.$executeRaw`DELETE FROM kernel.preserved_entry`;
      expect((await entriesOfBefore(tx, namingRows)).length).toBeGreaterThan(0);
      await preservation.enter(tx, { kind: 'NAMED', act: null, by: null, subject: { type: 'Thing', id: 'first' }, files: [] });
      expect(await entriesOfBefore(tx, namingRows)).toEqual([]);
    }));

  it('warns that its end was cut off also where nothing new arrives', () =>
    within(async (tx, preservation) => {
      await tx.$executeRaw`DELETE FROM kernel.preserved_entry WHERE position = ${head!.position}::float8::bigint`;
      await sealedNow(preservation);
      expect(preservation.warnings()).toEqual({ preservation: expect.stringContaining('does not reach so far') });
    }));

  it('is not sealed behind another entry than the one that was kept beside the files, though it is as long', () =>
    within(async (tx, preservation) => {
      await tx.$executeRaw`UPDATE kernel.preserved_entry SET hash = ${entries[0]!.hash} WHERE position = ${head!.position}::float8::bigint`;
      await preserve(preservation, 400, tx);
      await sealedNow(preservation);
      expect(preservation.warnings()).toEqual({ preservation: expect.stringContaining('has another record there') });
      expect(await tx.$queryRaw`SELECT count(*)::int AS waiting FROM kernel.preserved_arrival`).toEqual([{ waiting: 2 }]);
    }));
});
