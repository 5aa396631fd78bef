import { randomUUID } from 'node:crypto';
import type { MessageParameter } from '@hub/schema/errors/bilingual.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { Prisma, type Webhook } from '@hub/prisma/exchange/generated/client.js';
import { keptAttempts, type WebhookAttempt } from '../domain/webhook-attempt.js';
import { webhookMachine } from '../domain/webhook-machine.js';
import type { ExchangeDatabase } from './database.js';

/** A webhook for which this process alone may make the next call, until the lease ends. */
export type ClaimedWebhook = Webhook & { readonly leaseId: string; readonly sealedSecret: string };

/** What a delivery came to, as it is noted. */
export interface DeliveryNote {
  readonly attempt?: WebhookAttempt;
  /** Up to where the feed is dealt with now. */
  readonly position?: number;
  /** In how many milliseconds the next call may be made. */
  readonly delay?: number;
  /** Why there is none. */
  readonly stop?: WebhookStopReason;
}

/** Why a webhook is stopped: a code of the catalogue, with what its message names. */
export interface WebhookStopReason {
  readonly code: string;
  readonly parameters?: Readonly<Record<string, MessageParameter>>;
}

/**
 * So many webhooks of one party are called at once, by all processes together, so that a party whose receivers answer slowly does not
 * take every slot. Processes that claim at the same moment may exceed it by one each.
 */
export const mostPerHolder = 4;

/**
 * What deliveries read and write of webhooks. A lease, not a lock, keeps two processes from the same webhook: no connection is held
 * while a receiver is waited for, and nothing stands in the way of its party's acts. When a call is due and when a lease
 * ends is said by the database's clock, which all processes share.
 */
export function webhookDeliveries(database: ExchangeDatabase) {
  return {
    /** Takes the webhook that has waited longest of those for which the feed has more. */
    async claim(leaseSeconds: number): Promise<ClaimedWebhook | undefined> {
      const leaseId = randomUUID();
      const taken = await database.$executeRaw`
        UPDATE webhook SET lease_id = ${leaseId}, leased_until = now() + make_interval(secs => ${leaseSeconds}::float8)
        WHERE id = (
          SELECT w.id FROM webhook w, exchange_feed_head h, kernel.log_head l
          WHERE w.state = 'ACTIVE' AND w.next_attempt_at <= now() AND (w.leased_until IS NULL OR w.leased_until <= now())
            AND (w.position <> h.position OR w.epoch <> l.epoch::text)
            AND (SELECT count(*) FROM webhook o WHERE o.holder = w.holder AND o.leased_until > now()) < ${mostPerHolder}
          ORDER BY w.next_attempt_at, w.id LIMIT 1 FOR UPDATE OF w SKIP LOCKED)`;
      return taken === 0 ? undefined : ((await database.webhook.findFirst({ where: { leaseId } })) as ClaimedWebhook | null) ?? undefined;
    },

    /** In how many milliseconds a webhook may be claimed for which the feed has more already; undefined if there is none. */
    async nextClaimIn(): Promise<number | undefined> {
      const [row] = await database.$queryRaw<{ wait: number | null }[]>`
        WITH busy AS (
          SELECT holder, min(leased_until) AS until FROM webhook WHERE leased_until > now() GROUP BY holder HAVING count(*) >= ${mostPerHolder})
        SELECT (extract(epoch FROM min(greatest(w.next_attempt_at, w.leased_until, busy.until)) - now()) * 1000)::float8 AS wait
        FROM webhook w LEFT JOIN busy ON busy.holder = w.holder, exchange_feed_head h, kernel.log_head l
        WHERE w.state = 'ACTIVE' AND (w.position <> h.position OR w.epoch <> l.epoch::text)`;
      return row?.wait ?? undefined;
    },

    /**
     * Notes what a delivery came to and gives the webhook free, in one transaction. Nothing is noted where the lease has passed to
     * another, or the webhook was removed: then the event is delivered again, or was the last.
     */
    async note({ id, leaseId }: ClaimedWebhook, { attempt, position, delay, stop }: DeliveryNote): Promise<void> {
      const circumstances = { owner: 'exchange', at: new Date(), actor: null, causedBy: [] };
      await inUnitOfWork(database, circumstances, async (unit) => {
        await unit.tx.$queryRaw`SELECT id FROM webhook WHERE id = ${id} FOR UPDATE`;
        const webhook = await unit.tx.webhook.findFirst({ where: { id, leaseId } });
        if (!webhook) return;
        const stopped = stop !== undefined && webhookMachine.leadsFrom('WebhookStopped', webhook);
        const noted = await unit.tx.webhook.update({
          where: { id },
          data: {
            ...{ leaseId: null, leasedUntil: null },
            ...(position !== undefined && position > webhook.position && { position }),
            ...(attempt && attemptColumns(webhook, attempt, position, unit.now)),
            ...(stopped && { ...webhookMachine.move('WebhookStopped', webhook), stoppedBecause: stop.code, stoppedParameters: { ...stop.parameters } }),
          },
        });
        if (delay !== undefined) {
          await unit.tx.$executeRaw`UPDATE webhook SET next_attempt_at = now() + make_interval(secs => ${delay / 1000}::float8) WHERE id = ${id}`;
        }
        if (stopped) unit.emit({ kind: 'WebhookStopped', subjectType: 'Webhook', subjectId: id, stamps: stampsOf(noted), receivers: {} });
      });
    },
  };
}

export type WebhookDeliveries = ReturnType<typeof webhookDeliveries>;

function attemptColumns(webhook: Webhook, attempt: WebhookAttempt, position: number | undefined, now: Date): Prisma.WebhookUpdateInput {
  const attempts = keptAttempts([attempt, ...(webhook.attempts as unknown as WebhookAttempt[])], now).map((each) => ({ ...each }));
  if (attempt.failure !== null) return { attempts, lastFailure: { ...attempt }, failures: { increment: 1 }, failingSince: webhook.failingSince ?? now };
  // A webhook that was resumed beyond this event meanwhile stays there.
  const told = position !== undefined && position > webhook.position ? { toldPosition: position } : {};
  return { attempts, ...told, failures: 0, failingSince: null, lastDeliveredAt: now };
}
