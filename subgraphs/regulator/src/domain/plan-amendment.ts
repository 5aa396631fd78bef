import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { CodesAsOf } from '@hub/kernel/validation/require-code.js';
import { requireFuture } from '@hub/kernel/validation/require-time.js';
import type { AmendMonitoringPlanInput, PlanProduct } from '../generated/graphql.js';
import { planBudget, planFeedbackWithin, planPlatformIds } from './plan-conditions.js';
import { amendedProducts, productsAsJson } from './plan-products.js';

/** What an amendment changes, as columns of the plan (3.1). @throws Refusal VALUE_REQUIRED, VALUE_INVALID, TIME_IN_PAST, PLAN_PRODUCT_MOVED, CODE_RETIRED */
export function planAmendment(input: AmendMonitoringPlanInput, before: readonly PlanProduct[], codes: CodesAsOf) {
  const { products, platformIds, deadline, feedbackWithin, budget, resamplingGround } = input;
  if (!products && !platformIds && !deadline && !feedbackWithin && !budget && !resamplingGround) {
    const problem = {
      en: 'an amendment changes products, platforms, deadline, time for feedback, budget, or the ground for sampling again',
      'zh-CN': '调整计划须变更产品、平台、期限、反馈时限、经费或重复抽查事由',
    };
    throw new Refusal('VALUE_REQUIRED', { field: 'products', parameters: { field: 'products', problem } });
  }
  return {
    ...(products && { products: productsAsJson(amendedProducts(before, products, codes)) }),
    ...(platformIds && { platformIds: planPlatformIds(platformIds) }),
    ...(deadline && { deadline: requireFuture('deadline', deadline, codes.now) }),
    ...(feedbackWithin && { feedbackWithin: planFeedbackWithin(feedbackWithin) }),
    ...(budget && planBudget(budget)),
    ...(resamplingGround && { resamplingGround }),
  };
}
