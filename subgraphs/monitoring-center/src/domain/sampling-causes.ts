import type { ActRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { Cause } from '@hub/kernel/validation/require-time.js';

/** The sampling order (采样任务, 5.2.2): nothing is bought under it before it was given. */
export function givenOrder({ ordered }: { readonly ordered: unknown }): Cause {
  return { what: { en: 'the sampling order', 'zh-CN': '采样任务下达时间' }, at: new Date((ordered as ActRecord).at) };
}

/** The purchase (购样, 5.2.2): nothing is sent or found on a sample before it was bought. */
export function madePurchase({ purchasedAt }: { readonly purchasedAt: Date }): Cause {
  return { what: { en: 'the purchase', 'zh-CN': '购样时间' }, at: purchasedAt };
}
