import type { ExchangeTransaction } from './database.js';

/** A plan or a case begins to be secret, or gets another party. One that has ended stays so: logs of owners come in no common order. */
export async function openEmbargo(tx: ExchangeTransaction, { subjectId, parties, at }: { subjectId: string; parties: readonly string[]; at: Date }): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO embargo (subject_id, parties, opened_at) VALUES (${subjectId}, ${[...new Set(parties)]}::text[], ${at}::timestamptz)
    ON CONFLICT (subject_id) DO UPDATE SET opened_at = least(embargo.opened_at, excluded.opened_at),
      parties = ARRAY(SELECT DISTINCT unnest(embargo.parties || excluded.parties) ORDER BY 1)`;
}

export async function endEmbargo(tx: ExchangeTransaction, subjectId: string, at: Date): Promise<void> {
  await tx.embargo.updateMany({ where: { subjectId, endedAt: null }, data: { endedAt: at } });
}
