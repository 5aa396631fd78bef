import type { ReceivedEvent } from '@hub/kernel/log/event.js';
import { logChannel } from '@hub/kernel/log/append-events.js';
import type { ExchangeTransaction } from './database.js';

/**
 * Writes the envelope of an event to the feed, without content (5.4.4).
 *
 * The logs of all owners are read at the same time. From here to the commit the head row is locked, which makes
 * positions dense and in commit order: a reader who stands at a position will not find one before it later. Call it last. It wakes
 * those who subscribe to the feed. The catalogue keeps when a holder's rows of a type changed last.
 */
export async function appendToFeed(tx: ExchangeTransaction, event: ReceivedEvent): Promise<void> {
  const { stamps } = event;
  await tx.$queryRaw`
    WITH head AS (UPDATE exchange_feed_head SET position = position + 1 RETURNING position), appended AS (
    INSERT INTO exchange_event
      (id, position, owner, kind, subject_type, subject_id, occurred_at, caused_by,
       holder, concerned, seller_region, producer_region, platform_region, state, reached)
    SELECT ${`${event.source}:${event.id}`}, head.position, ${event.source}, ${event.kind}, ${event.subjectType},
           ${event.subjectId}, ${new Date(event.occurredAt)}::timestamptz, ${[...event.causedBy]}::text[],
           ${stamps.holder}, ${[...stamps.concerned]}::text[], ${stamps.sellerRegion}, ${stamps.producerRegion},
           ${stamps.platformRegion}, ${stamps.state}, ${[...stamps.reached]}::text[]
    FROM head RETURNING subject_type, holder, occurred_at), noted AS (
    INSERT INTO resource_holding (type, holder, changed_at) SELECT subject_type, holder, occurred_at FROM appended
    ON CONFLICT (type, holder) DO UPDATE SET changed_at = greatest(resource_holding.changed_at, excluded.changed_at))
    SELECT pg_notify(${logChannel}, '')::text FROM appended`;
}
