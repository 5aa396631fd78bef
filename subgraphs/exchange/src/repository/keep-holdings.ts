import type { Holding } from '@hub/kernel/holdings/holding.js';
import type { ExchangeDatabase } from './database.js';

/**
 * Keeps what an owner has counted of its own types: what it no longer names it has no rows of. In one statement, and one order of rows, so that several processes
 * may keep at once.
 */
export async function keepHoldings(database: ExchangeDatabase, types: readonly string[], holdings: readonly Holding[], countedAt: Date): Promise<void> {
  const own = holdings.filter(({ type }) => types.includes(type));
  await database.$executeRaw`
    WITH counted AS (
      SELECT * FROM unnest(${own.map(({ type }) => type)}::text[], ${own.map(({ holder }) => holder)}::text[], ${own.map(({ records }) => records)}::bigint[]) AS c (type, holder, records)
      UNION ALL
      SELECT type, holder, 0 FROM resource_holding h WHERE type = ANY(${[...types]}::text[])
        AND (type, holder) <> ALL(SELECT * FROM unnest(${own.map(({ type }) => type)}::text[], ${own.map(({ holder }) => holder)}::text[])))
    INSERT INTO resource_holding (type, holder, records, counted_at)
    SELECT type, holder, records, ${countedAt}::timestamptz FROM counted ORDER BY type, holder
    ON CONFLICT (type, holder) DO UPDATE SET records = excluded.records, counted_at = excluded.counted_at`;
}
