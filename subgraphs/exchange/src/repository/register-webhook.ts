import { randomUUID } from 'node:crypto';
import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { webhookContent } from '../domain/webhook-content.js';
import { webhookMachine } from '../domain/webhook-machine.js';
import type { WebhookSettings } from '../domain/webhook-settings.js';
import type { RegisterWebhookInput } from '../generated/graphql.js';
import type { ExchangeTransaction } from './database.js';
import { dueAtOnce } from './due-at-once.js';
import { feedHead } from './feed-head.js';
import { newWebhookSecret, sealSecret } from './webhook-secret.js';

/** Registers a webhook (登记事件推送, 5.4.3 b), which begins at the head of the feed; the detail names its secret. */
export function registerWebhook(settings: WebhookSettings, maskKey: string) {
  return async ({ unit, caller }: ActScope<ExchangeTransaction>, input: RegisterWebhookInput): Promise<ActResult> => {
    const content = webhookContent(input, settings);
    // One registration of a party at a time, or two at once would both be the last that it may have.
    await unit.tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`webhooks of ${caller.partyId}`}))::text`;
    const had = await unit.tx.webhook.count({ where: { holder: caller.partyId, state: { not: 'REMOVED' } } });
    if (had >= settings.perParty) throw new Refusal('WEBHOOK_LIMIT', { parameters: { limit: settings.perParty } });
    const id = randomUUID();
    const by = { ...actRecord(unit) };
    const webhook = await unit.tx.webhook.create({
      data: {
        id,
        ...content,
        registered: by,
        registeredAt: unit.now,
        reader: by,
        sealedSecret: sealSecret(maskKey, id, newWebhookSecret()),
        ...(await feedHead(unit.tx)),
        nextAttemptAt: dueAtOnce,
        holder: caller.partyId,
        concerned: [],
        ...webhookMachine.begin('registerWebhook'),
      },
    });
    unit.emit({ kind: 'WebhookRegistered', subjectType: 'Webhook', subjectId: id, stamps: stampsOf(webhook), receivers: {} });
    return { valueId: id, detail: String(webhook.secretSerial) };
  };
}
