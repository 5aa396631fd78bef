import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { RemoveWebhookInput } from '../generated/graphql.js';
import { admittedWebhook } from './admitted-webhook.js';
import type { ExchangeTransaction } from './database.js';
import { moveWebhook } from './move-webhook.js';

/** Removes a webhook (移除推送): its secrets are destroyed, and nothing is noted of a call that is under way. */
export async function removeWebhook(scope: ActScope<ExchangeTransaction>, input: RemoveWebhookInput): Promise<ActResult> {
  const webhook = await admittedWebhook(scope, input);
  return moveWebhook(scope.unit, 'removeWebhook', webhook, {
    ...{ sealedSecret: null, previousSecret: null, previousSecretUntil: null },
    ...{ failingSince: null, leaseId: null, leasedUntil: null },
  });
}
