import { durationInMilliseconds } from '@hub/schema/identifiers/duration-in-milliseconds.js';
import { requireMoney } from '@hub/kernel/validation/require-money.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { MoneyInput } from '../generated/graphql.js';

const platformLimit = 100;

/** The platforms to buy on (5.2.2), each once. @throws Refusal VALUE_INVALID */
export function planPlatformIds(platformIds: readonly string[]): string[] {
  requireValid(
    platformIds.length > 0 && platformIds.length <= platformLimit,
    'platformIds',
    { en: `a plan names 1 to ${platformLimit} platforms to buy on (5.2.2)`, 'zh-CN': `计划指定 1 至 ${platformLimit} 个采样平台（5.2.2）` },
    { en: 'the id of one platform', 'zh-CN': '一个平台的 id' },
  );
  return [...new Set(platformIds)];
}

/** The time for feedback after the last report (5.4.1). @throws Refusal VALUE_INVALID */
export function planFeedbackWithin(feedbackWithin: string): string {
  requireValid(
    durationInMilliseconds(feedbackWithin) !== undefined,
    'feedbackWithin',
    { en: 'it is no ISO 8601 duration of days, hours and minutes', 'zh-CN': '不是由天、时、分构成的 ISO 8601 时长' },
    'P10D',
  );
  return feedbackWithin;
}

/** The budget (经费) as the plan's columns have it. @throws Refusal VALUE_INVALID */
export function planBudget(budget: MoneyInput): { readonly budgetAmount: string; readonly budgetCurrency: string } {
  const { amount, currency } = requireMoney('budget', budget);
  return { budgetAmount: amount, budgetCurrency: currency };
}
