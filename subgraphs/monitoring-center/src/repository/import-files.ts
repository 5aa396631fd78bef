import type { ContentHashes } from '@hub/kernel/files/file-digests.js';
import type { FileEntries } from '@hub/kernel/files/file-entries.js';
import type { ImportFile } from '@hub/prisma/monitoring-center/generated/client.js';
import type { MonitoringCenterDatabase, MonitoringCenterTransaction } from './database.js';

/** Files that were handed in to be imported. @param keptFor milliseconds for which one is kept that no import uses */
export function importFileEntries(database: MonitoringCenterDatabase, keptFor: number): FileEntries {
  return {
    has: async (partyId, hash) => (await findImportFile(database, partyId, hash)) !== null,
    async enter({ sha256: hash, sm3 }: ContentHashes, { partyId, userId, size, mediaType }) {
      const keptUntil = new Date(Date.now() + keptFor);
      await database.importFile.upsert({ where: { partyId_hash: { partyId, hash } }, create: { partyId, hash, sm3, size, mediaType, userId, keptUntil }, update: { keptUntil } });
    },
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
export async function keepImportFile(tx: MonitoringCenterTransaction, { partyId, hash }: Pick<ImportFile, 'partyId' | 'hash'>, until: Date): Promise<boolean> {
  const { count } = await tx.importFile.updateMany({ where: { partyId, hash }, data: { keptUntil: until } });
  return count > 0;
}

/** Takes out of the books what is kept no longer and no import under way reads, some at a time. */
export function expireImportFiles(database: MonitoringCenterDatabase, now: Date): Promise<{ partyId: string; hash: string }[]> {
  return database.$queryRaw`
    DELETE FROM import_file f USING (
      SELECT party_id, hash FROM import_file e WHERE kept_until <= ${now}
        AND NOT EXISTS (SELECT 1 FROM import_run r WHERE r.holder = e.party_id AND r.file_hash = e.hash AND r.state = 'STARTED')
      ORDER BY kept_until LIMIT 100 FOR UPDATE SKIP LOCKED) AS over
    WHERE f.party_id = over.party_id AND f.hash = over.hash RETURNING f.party_id AS "partyId", f.hash`;
}
