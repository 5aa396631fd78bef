import type { EventLog } from '@hub/kernel/subscriptions/event-log.js';
import type { ExchangeDatabase } from './database.js';

interface StretchRow {
  readonly epoch: string;
  readonly head: number;
  readonly first: number;
  readonly entries: readonly { id: string; position: number; kind: string; occurredAt: string }[];
}

/** Name of the feed in its cursors; the exchange's own log is another. */
export const feedName = 'feed';

/** The feed of all events as subscriptions read it, with positions of its own; restored with the database that it is in, whose epoch it shares. */
export function feedLog(database: ExchangeDatabase): EventLog {
  return {
    name: feedName,
    read: async (after, kinds, limit) => {
      const [row] = await database.$queryRaw<StretchRow[]>`
        SELECT l.epoch::text, h.position::int AS head,
          coalesce((SELECT min(position) FROM exchange_event), h.position + 1)::int AS first,
          coalesce((
            SELECT jsonb_agg(to_jsonb(e) ORDER BY e.position) FROM (
              SELECT id, position, kind, occurred_at AS "occurredAt" FROM exchange_event
              WHERE position > ${after}::bigint AND (${kinds ?? null}::text[] IS NULL OR kind = ANY(${kinds ?? null}::text[]))
              ORDER BY position LIMIT ${limit}::int
            ) e), '[]'::jsonb) AS entries
        FROM exchange_feed_head h, kernel.log_head l`;
      if (!row) throw new Error('The feed has no head row; the migrations of the exchange are incomplete.');
      return {
        ...row,
        entries: row.entries.map(({ id, occurredAt, ...entry }) => ({ ...entry, occurredAt: new Date(occurredAt), subjectIds: [id] })),
      };
    },
  };
}
