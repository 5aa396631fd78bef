import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { PauseWebhookInput } from '../generated/graphql.js';
import { admittedWebhook } from './admitted-webhook.js';
import type { ExchangeTransaction } from './database.js';
import { moveWebhook } from './move-webhook.js';

/** Pauses a webhook (暂停推送); a call that is under way is finished, and noted. */
export async function pauseWebhook(scope: ActScope<ExchangeTransaction>, input: PauseWebhookInput): Promise<ActResult> {
  return moveWebhook(scope.unit, 'pauseWebhook', await admittedWebhook(scope, input));
}
