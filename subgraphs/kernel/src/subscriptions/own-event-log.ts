import type { Transaction } from '../unit-of-work/transaction.js';
import type { Stamps } from '@hub/schema/policy/decision/stamps.js';
import type { EventLog, LogStretch } from './event-log.js';

interface StretchRow {
  readonly epoch: string;
  readonly head: number;
  readonly first: number;
  readonly entries: readonly { position: number; kind: string; occurredAt: string; subjectIds: string[]; stamps: Stamps }[];
}

// The first position kept is read from the log itself: whoever archives events has nothing else to keep in step.
const read = `
  SELECT h.epoch::text, h.position::int AS head,
    coalesce((SELECT min(position) FROM kernel.event), h.position + 1)::int AS first,
    coalesce((
      SELECT jsonb_agg(to_jsonb(e) ORDER BY e.position) FROM (
        SELECT position, kind, occurred_at AS "occurredAt", coalesce(subject_ids, ARRAY[subject_id]) AS "subjectIds", stamps
        FROM kernel.event
        WHERE position > $1::bigint AND ($2::text[] IS NULL OR kind = ANY($2::text[]))
        ORDER BY position LIMIT $3::int
      ) e), '[]'::jsonb) AS entries
  FROM kernel.log_head h`;

/**
 * The owner's own log for subscriptions. Read straight after the head row's dense position: what runs long in another
 * database holds nothing up.
 */
export function ownEventLog(owner: string, database: Transaction): EventLog {
  return {
    name: owner,
    read: async (after, kinds, limit): Promise<LogStretch> => {
      const [row] = await database.$queryRawUnsafe<StretchRow[]>(read, after, kinds ?? null, limit);
      if (!row) throw new Error('The log has no head row; the migration "kernel" is incomplete.');
      return { ...row, entries: row.entries.map((entry) => ({ ...entry, occurredAt: new Date(entry.occurredAt) })) };
    },
  };
}
