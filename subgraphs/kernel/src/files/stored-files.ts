import type { Preservation } from '../preservation/preservation.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import type { ContentHashes } from './file-digests.js';
import type { FileEntry } from './file-entries.js';

/** A file as a party has handed it in. */
export interface StoredFile {
  readonly partyId: string;
  /** SHA-256: sha-256:… */
  readonly hash: string;
  readonly sm3: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
}

/** Enters a file that has been placed, and records that it came. One that the party has handed in before stands as it was. */
export async function enterStoredFile(database: Transaction, { sha256: hash, sm3 }: ContentHashes, { partyId, userId, size, mediaType }: FileEntry, preservation: Preservation): Promise<void> {
  const { entry, mac } = await preservation.arrival({ kind: 'RECEIVED', by: { partyId, userId, role: null }, file: { hash, sm3, size, mediaType } });
  await database.$executeRawUnsafe(
    `WITH stored AS (
       INSERT INTO kernel.stored_file (party_id, hash, sm3, size, media_type, user_id, stored_at)
       VALUES ($1, $2, $3, $4::float8::bigint, $5, $6, now()) ON CONFLICT DO NOTHING RETURNING hash
     )
     INSERT INTO kernel.preserved_arrival (entry, mac) SELECT $7, $8 FROM stored`,
    partyId, hash, sm3, size, mediaType, userId, entry, mac,
  );
  preservation.nudge();
}

/** The files of some parties under some hashes, of whichever algorithm. */
export function findStoredFiles(database: Transaction, partyIds: readonly string[], hashes: readonly string[]): Promise<StoredFile[]> {
  return database.$queryRawUnsafe<StoredFile[]>(
    `SELECT party_id AS "partyId", hash, sm3, size::float8 AS size, media_type AS "mediaType"
     FROM kernel.stored_file WHERE party_id = ANY($1::text[]) AND (hash = ANY($2::text[]) OR sm3 = ANY($2::text[])) ORDER BY party_id`,
    [...partyIds], [...hashes],
  );
}

/** Bytes that a party has in the store. */
export async function storedBytes(database: Transaction, partyId: string): Promise<number> {
  const [sum] = await database.$queryRawUnsafe<{ bytes: number }[]>('SELECT coalesce(sum(size), 0)::float8 AS bytes FROM kernel.stored_file WHERE party_id = $1', partyId);
  return sum?.bytes ?? 0;
}

/** Those of the hashes under which a party has handed nothing in. */
export async function hashesNotStored(database: Transaction, partyId: string, hashes: readonly string[]): Promise<string[]> {
  const stored = await findStoredFiles(database, [partyId], hashes);
  const known = new Set(stored.flatMap(({ hash, sm3 }) => [hash, sm3]));
  return hashes.filter((hash) => !known.has(hash));
}
