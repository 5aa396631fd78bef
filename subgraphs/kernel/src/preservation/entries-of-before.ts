import type { Transaction } from '../unit-of-work/transaction.js';
import type { NamedFile } from '../validation/require-evidence-files.js';
import { filesOfRows } from './files-of-rows.js';
import type { NewPreservedEntry } from './preserved-entry.js';

interface StoredRow {
  readonly partyId: string;
  readonly userId: string;
  readonly storedAt: Date;
  readonly file: { readonly hash: string; readonly sm3: string; readonly size: number; readonly mediaType: string };
}

interface NamingRow {
  readonly type: string;
  readonly id: string;
  readonly files: NamedFile[];
}

const begun = 'SELECT EXISTS (SELECT FROM kernel.preserved_entry) OR EXISTS (SELECT FROM kernel.preserved_arrival) AS begun';
const stored = `
  SELECT party_id AS "partyId", user_id AS "userId", stored_at AS "storedAt", jsonb_build_object('hash', hash, 'sm3', sm3, 'size', size, 'mediaType', media_type) AS file
  FROM kernel.stored_file ORDER BY stored_at, party_id, hash`;

/** What files came and were named before there was a record of it; nothing where it has begun. Of two who ask at once both may enter it, which says it twice. */
export async function entriesOfBefore(database: Transaction, namingRows: string): Promise<NewPreservedEntry[]> {
  const [state] = await database.$queryRawUnsafe<{ begun: boolean }[]>(begun);
  if (state?.begun !== false) return [];
  const received = await database.$queryRawUnsafe<StoredRow[]>(stored);
  const naming = await database.$queryRawUnsafe<NamingRow[]>(`SELECT type, id, jsonb_agg(file) AS files FROM (${filesOfRows(namingRows)}) named GROUP BY type, id ORDER BY id`);
  return [
    ...received.map(({ partyId, userId, storedAt, file }) => ({ kind: 'RECEIVED' as const, at: storedAt.toISOString(), by: { partyId, userId, role: null }, file })),
    ...naming.map(({ type, id, files }) => ({ kind: 'NAMED' as const, act: null, by: null, subject: { type, id }, files })),
  ];
}
