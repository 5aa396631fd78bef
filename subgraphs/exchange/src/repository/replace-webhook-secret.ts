import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { ReplaceWebhookSecretInput } from '../generated/graphql.js';
import { admittedWebhook } from './admitted-webhook.js';
import type { ExchangeTransaction } from './database.js';
import { newWebhookSecret, sealSecret } from './webhook-secret.js';

/** Replaces the secret of a webhook (更换推送密钥); the one before is signed with as well for a while. The detail names the new one. */
export function replaceWebhookSecret(maskKey: string) {
  return async (scope: ActScope<ExchangeTransaction>, input: ReplaceWebhookSecretInput): Promise<ActResult> => {
    const { unit } = scope;
    const hours = input.keepPreviousHours ?? 24;
    const { id, sealedSecret } = await admittedWebhook(scope, input);
    requireValid(hours >= 0 && hours <= 168, 'keepPreviousHours', { en: 'it is not 0 to 168', 'zh-CN': '不在 0 至 168 之间' }, '24');
    const replaced = await unit.tx.webhook.update({
      where: { id },
      data: {
        sealedSecret: sealSecret(maskKey, id, newWebhookSecret()),
        secretSerial: { increment: 1 },
        previousSecret: hours === 0 ? null : sealedSecret,
        previousSecretUntil: hours === 0 ? null : new Date(unit.now.getTime() + hours * 3_600_000),
        revision: { increment: 1 },
      },
    });
    unit.emit({ kind: 'WebhookSecretReplaced', subjectType: 'Webhook', subjectId: id, stamps: stampsOf(replaced), receivers: {} });
    return { valueId: id, detail: String(replaced.secretSerial) };
  };
}
