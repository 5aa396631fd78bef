import type { ExchangeDatabase } from './database.js';

/**
 * Begins to read all rows of those types of which none was read, whose index another code has written, or whose last walk is too long ago.
 *
 * @param format in which the index is written
 * @returns types on which there is something to do
 */
export async function beginSearchWalks(database: ExchangeDatabase, types: readonly string[], { format, hours }: { readonly format: number; readonly hours: number }): Promise<string[]> {
  await database.$executeRaw`
    INSERT INTO search_walk (type, after, format) SELECT type, '', ${format} FROM unnest(${[...types]}::text[]) AS type
    ON CONFLICT (type) DO UPDATE SET after = '', format = excluded.format
    WHERE search_walk.format <> excluded.format OR (search_walk.after IS NULL AND search_walk.finished_at < now() - ${hours} * interval '1 hour')`;
  // By the index, the first entry from the type on: by EXISTS or the type alone, all of the table is read for a type of which nothing is due.
  const found = await database.$queryRaw<{ type: string }[]>`
    SELECT t.type FROM unnest(${[...types]}::text[]) AS t (type)
    WHERE (SELECT d.type FROM search_due d WHERE d.type >= t.type ORDER BY d.type LIMIT 1) = t.type
      OR EXISTS (SELECT FROM search_walk w WHERE w.type = t.type AND after IS NOT NULL)`;
  return found.map(({ type }) => type);
}
