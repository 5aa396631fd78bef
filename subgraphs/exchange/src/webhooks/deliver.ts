import { createHash } from 'node:crypto';
import type { MemberName } from '@hub/kernel/service/subgraph-work.js';
import { addressFault } from '../domain/webhook-address.js';
import { retryDelay } from '@hub/kernel/outbound/retry-delay.js';
import type { WebhookSettings } from '../domain/webhook-settings.js';
import type { ClaimedWebhook, DeliveryNote } from '../repository/webhook-deliveries.js';
import { openSecret } from '../repository/webhook-secret.js';
import type { Call, CallOutcome } from './call-receiver.js';
import type { FedEvent, NextFeedEvent } from './next-feed-event.js';
import { signedHeaders } from './signed-headers.js';

export interface Delivery {
  readonly webhook: ClaimedWebhook;
  readonly settings: WebhookSettings;
  readonly maskKey: string;
  /** What the feed has next for a member; undefined if it is none any more. */
  readonly next: (member: MemberName) => Promise<NextFeedEvent | undefined>;
  readonly call: (call: Pick<Call, 'url' | 'headers' | 'body'>) => Promise<CallOutcome | undefined>;
}

const goneStatus = 410;

/** Makes the next call of a webhook, if there is one to be made, and tells what is to be noted of it. */
export async function deliver({ webhook, settings, maskKey, next, call }: Delivery): Promise<DeliveryNote> {
  const found = await next(webhook.reader as unknown as MemberName);
  if (!found) return { stop: { code: 'WEBHOOK_READER_GONE' } };
  if ('refused' in found) return { stop: found.refused };
  const { event, position } = found;
  if (!event) return { position };
  // The operator may have forbidden since what was registered.
  if (addressFault(webhook.url, settings)) return { stop: { code: 'WEBHOOK_ADDRESS_FORBIDDEN' } };
  const at = new Date();
  const secrets = secretsOf(webhook, maskKey, at);
  if (!secrets) return { stop: { code: 'WEBHOOK_SECRET_UNREADABLE' } };

  const messageId = messageIdOf(webhook.id, event);
  const body = JSON.stringify({ type: event.kind, timestamp: event.occurredAt, data: event });
  const outcome = await call({ url: webhook.url, headers: signedHeaders(messageId, at, body, secrets), body });
  if (!outcome) return {};
  const attempt = { messageId, kind: event.kind, at: at.toISOString(), milliseconds: Date.now() - at.getTime(), ...outcome };
  if (outcome.failure === null) return { attempt, position, delay: 0 };
  return { attempt, ...afterFailure(webhook, settings, outcome) };
}

function afterFailure({ failures, failingSince }: ClaimedWebhook, settings: WebhookSettings, { status }: CallOutcome): Pick<DeliveryNote, 'delay' | 'stop'> {
  if (status === goneStatus) return { stop: { code: 'WEBHOOK_GONE' } };
  const gaveUp = failingSince && Date.now() - failingSince.getTime() >= settings.giveUpHours * 3_600_000;
  return gaveUp ? { stop: { code: 'WEBHOOK_GAVE_UP' } } : { delay: retryDelay(failures + 1, settings) };
}

/** The secrets to sign under, the newest first; undefined where the newest cannot be read. */
function secretsOf({ id, sealedSecret, previousSecret, previousSecretUntil }: ClaimedWebhook, maskKey: string, now: Date): string[] | undefined {
  const secret = openSecret(maskKey, id, sealedSecret);
  if (secret === undefined) return undefined;
  const previous = previousSecret !== null && previousSecretUntil !== null && previousSecretUntil > now ? openSecret(maskKey, id, previousSecret) : undefined;
  return previous === undefined ? [secret] : [secret, previous];
}

/** The same for every call of a webhook with the same event, so that its receiver can tell a repetition. */
function messageIdOf(webhookId: string, { exchangeEvent }: FedEvent): string {
  return `msg_${createHash('sha256').update(`${webhookId} ${exchangeEvent.id}`).digest('hex').slice(0, 32)}`;
}
