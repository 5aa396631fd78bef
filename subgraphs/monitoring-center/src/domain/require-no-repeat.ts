import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { PurchaseRepeat, RepeatedIdentity } from '../generated/graphql.js';

const words: Readonly<Record<RepeatedIdentity, string>> = { MERCHANT: '电商', BRAND: '品牌', PRODUCER: '生产企业' };

/**
 * Sees that what is bought again under a plan is bought for a reason (5.2.2).
 * @throws Refusal REPEATED_UNDER_PLAN
 */
export function requireNoRepeat(repeats: readonly PurchaseRepeat[], reason: string | null): void {
  if (repeats.length === 0 || reason !== null) return;
  throw new Refusal('REPEATED_UNDER_PLAN', {
    field: 'repeatReason',
    parameters: {
      repeats: {
        en: repeats.map(({ identity, name, number }) => `${identity} ${name} (${number})`).join(', '),
        'zh-CN': repeats.map(({ identity, name, number }) => `${words[identity]} ${name}（${number}）`).join('、'),
      },
    },
  });
}
