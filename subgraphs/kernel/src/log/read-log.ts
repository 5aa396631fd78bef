import type { Transaction } from '../unit-of-work/transaction.js';
import type { LogPage } from './event.js';

const read = `
  SELECT h.epoch::text, h.position::int AS head,
    coalesce((
      SELECT jsonb_agg(to_jsonb(e) ORDER BY e.position) FROM (
        SELECT position, id, kind, subject_type AS "subjectType", subject_id AS "subjectId",
               occurred_at AS "occurredAt", actor, caused_by AS "causedBy", stamps, payloads->$1::text AS payload
        FROM kernel.event
        WHERE position > $2::bigint AND receivers @> ARRAY[$1::text]
        ORDER BY position LIMIT $3::int
      ) e), '[]'::jsonb) AS events
  FROM kernel.log_head h`;

/** Reads what the log has for one receiver after a position: at most `limit` events, in commit order. */
export async function readLog(
  database: Transaction,
  receiver: string,
  after: number,
  limit: number,
): Promise<LogPage> {
  const [row] = await database.$queryRawUnsafe<{ epoch: string; head: number; events: LogPage['events'] }[]>(
    read,
    receiver,
    after,
    limit,
  );
  if (!row) throw new Error('The log has no head row; the migration "kernel" is incomplete.');
  const last = row.events.at(-1);
  const upTo = row.events.length === limit && last ? last.position : Math.max(row.head, after);
  return { epoch: row.epoch, upTo, events: row.events };
}
