import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { Prisma, Webhook } from '@hub/prisma/exchange/generated/client.js';
import { webhookMachine } from '../domain/webhook-machine.js';
import type { ExchangeTransaction } from './database.js';

/** Moves a webhook that is locked, by an act, with what the act changes besides, and tells the log. */
export async function moveWebhook(
  unit: UnitOfWork<ExchangeTransaction>,
  act: 'pauseWebhook' | 'resumeWebhook' | 'removeWebhook',
  webhook: Webhook,
  changes: Prisma.WebhookUpdateInput = {},
): Promise<ActResult> {
  const moved = await unit.tx.webhook.update({ where: { id: webhook.id }, data: { ...changes, ...webhookMachine.move(act, webhook) } });
  unit.emit({ kind: 'WebhookMoved', subjectType: 'Webhook', subjectId: moved.id, stamps: stampsOf(moved), receivers: {} });
  return { valueId: moved.id };
}
