import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { Webhook } from '@hub/prisma/exchange/generated/client.js';
import type { ExchangeTransaction } from './database.js';

/** The webhook that an item names, locked: acts that come at once follow one upon the other, and upon what deliveries note. */
export async function admittedWebhook(
  { unit, caller, admit }: ActScope<ExchangeTransaction>,
  { webhookId: id, expectedRevision }: { readonly webhookId: string; readonly expectedRevision?: number | null | undefined },
): Promise<Webhook> {
  await unit.tx.$queryRaw`SELECT id FROM webhook WHERE id = ${id} AND holder = ${caller.partyId} FOR UPDATE`;
  return admit(await unit.tx.webhook.findUnique({ where: { id } }), { type: 'Webhook', id, field: 'webhookId', expectedRevision });
}
