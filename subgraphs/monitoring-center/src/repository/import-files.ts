import type { ContentHashes } from '@hub/kernel/files/file-digests.js';
import type { FileEntries } from '@hub/kernel/files/file-entries.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { Prisma, type ImportFile } from '@hub/prisma/monitoring-center/generated/client.js';
import { importsPath } from '../domain/imports-path.js';
import type { MonitoringCenterDatabase, MonitoringCenterTransaction } from './database.js';

/** A file, as it is named. */
export type NamedImportFile = Pick<ImportFile, 'partyId' | 'hash'>;

/** Files that were handed in to be imported. @param store where they lie @param keptFor milliseconds for which one is kept that no import uses */
export function importFileEntries(database: MonitoringCenterDatabase, store: { has(partyId: string, hash: string): Promise<boolean> }, keptFor: number): FileEntries {
  return {
    has: async (partyId, hash) => (await findImportFile(database, partyId, hash)) !== null,
    enter: ({ sha256: hash, sm3 }: ContentHashes, { partyId, userId, size, mediaType }) =>
      database.$transaction(async (tx) => {
        const keptUntil = new Date(Date.now() + keptFor);
        await tx.importFile.upsert({ where: { partyId_hash: { partyId, hash } }, create: { partyId, hash, sm3, size, mediaType, userId, keptUntil }, update: { keptUntil } });
        // The same file, handed in before, may have been found in its place, and removed since: whoever did that has ended now.
        if (!(await store.has(partyId, hash))) throw new Error(`The file ${hash} was removed while it was handed in anew.`);
      }),
    async bytesOf(partyId) {
      const { _sum } = await database.importFile.aggregate({ where: { partyId }, _sum: { size: true } });
      return Number(_sum.size ?? 0);
    },
  };
}

/** A file of a party, under a hash of whichever algorithm. */
export function findImportFile(tx: MonitoringCenterTransaction, partyId: string, hash: string): Promise<ImportFile | null> {
  return tx.importFile.findFirst({ where: { partyId, OR: [{ hash }, { sm3: hash }] } });
}

/** Keeps a file for some time more; whoever would remove it sees that. @returns whether it is still there */
export async function keepImportFile(tx: MonitoringCenterTransaction, { partyId, hash }: NamedImportFile, until: Date): Promise<boolean> {
  const { count } = await tx.importFile.updateMany({ where: { partyId, hash }, data: { keptUntil: until } });
  return count > 0;
}

/** A file that a party has handed in, kept until then. @throws Refusal IMPORT_FILE_NOT_HANDED_IN at the field that names it */
export async function keptImportFile(tx: MonitoringCenterTransaction, partyId: string, hash: string, { field, until }: { readonly field: string; readonly until: Date }): Promise<ImportFile> {
  const file = await findImportFile(tx, partyId, hash);
  if (file && (await keepImportFile(tx, file, until))) return file;
  throw new Refusal('IMPORT_FILE_NOT_HANDED_IN', { field, parameters: { address: `${importsPath}/uploads` } });
}

const isOver = (now: Date) => Prisma.sql`kept_until <= ${now}
  AND NOT EXISTS (SELECT 1 FROM import_run r WHERE r.holder = f.party_id AND r.file_hash = f.hash AND r.state = 'STARTED')`;

/** Files that are kept no longer and that no import under way reads, some at a time. */
export function importFilesOver(database: MonitoringCenterDatabase, now: Date): Promise<Pick<ImportFile, 'partyId' | 'hash' | 'sm3'>[]> {
  return database.$queryRaw`SELECT party_id AS "partyId", hash, sm3 FROM import_file f WHERE ${isOver(now)} ORDER BY kept_until LIMIT 1000`;
}

/** Removes a file that is kept no longer, and takes it out of the books when it is off the disk: while that is under way, nobody can have it kept for longer. */
export async function expireImportFile(database: MonitoringCenterDatabase, { partyId, hash }: NamedImportFile, now: Date, remove: () => Promise<void>): Promise<void> {
  await database.$transaction(async (tx) => {
    const held = await tx.$queryRaw<unknown[]>`SELECT 1 FROM import_file f WHERE party_id = ${partyId} AND hash = ${hash} AND ${isOver(now)} FOR UPDATE SKIP LOCKED`;
    if (held.length === 0) return;
    await remove();
    await tx.importFile.delete({ where: { partyId_hash: { partyId, hash } } });
  });
}
