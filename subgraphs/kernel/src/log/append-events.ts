import { randomUUID } from 'node:crypto';
import type { Actor } from '../unit-of-work/actor.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import type { NewEvent } from './event.js';

/** Channel of the wake-up; the log itself is the truth. */
export const logChannel = 'hub_log';

const append = `
  WITH head AS (
    UPDATE kernel.log_head SET position = position + $1::int RETURNING position - $1::int AS before
  ), appended AS (
    INSERT INTO kernel.event
      (position, id, kind, subject_type, subject_id, subject_ids, occurred_at, actor, caused_by, stamps, receivers, payloads)
    SELECT head.before + e.ordinality, (e.value->>'id')::uuid, e.value->>'kind', e.value->>'subjectType',
           e.value->>'subjectId',
           CASE WHEN e.value ? 'subjectIds' THEN ARRAY(SELECT jsonb_array_elements_text(e.value->'subjectIds')) END,
           $3::timestamptz, $4::jsonb, $5::text[], e.value->'stamps',
           ARRAY(SELECT jsonb_object_keys(e.value->'receivers')), e.value->'receivers'
    FROM head, jsonb_array_elements($2::jsonb) WITH ORDINALITY AS e
    RETURNING 1
  )
  SELECT count(*)::int AS appended, pg_notify('${logChannel}', '')::text AS notified FROM appended`;

/**
 * Writes events to the owner's log. Must be the last statement of the transaction: from here to the commit the head row
 * is locked, which is what makes positions dense and in commit order.
 */
export async function appendEvents(
  tx: Transaction,
  events: readonly NewEvent[],
  circumstances: { readonly at: Date; readonly actor: Actor | null; readonly causedBy: readonly string[] },
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => ({
    ...event,
    id: randomUUID(),
    // The envelope goes to the exchange, which keeps the feed of all events (5.4.4).
    receivers: { exchange: null, ...event.receivers },
  }));
  await tx.$queryRawUnsafe(
    append,
    rows.length,
    JSON.stringify(rows),
    circumstances.at,
    circumstances.actor === null ? null : JSON.stringify(circumstances.actor),
    circumstances.causedBy,
  );
}
