import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { CodesAsOf } from '@hub/kernel/validation/require-code.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireFuture } from '@hub/kernel/validation/require-time.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { DraftMonitoringPlanInput, PlanProduct } from '../generated/graphql.js';
import { planBudget, planFeedbackWithin, planPlatformIds } from './plan-conditions.js';
import { planProducts } from './plan-products.js';

const reportLimit = 50;

/** The content of a plan, checked (3.1 b, c): what it rests on, and for each product its batches, items and standards. */
export interface PlanContent {
  readonly title: string;
  readonly reportIds: string[];
  readonly products: PlanProduct[];
  readonly platformIds: string[];
  readonly deadline: Date;
  readonly feedbackWithin: string;
  readonly budgetAmount: string | null;
  readonly budgetCurrency: string | null;
}

/** What a new plan says, checked. @throws Refusal PLAN_WITHOUT_REPORT, VALUE_REQUIRED, VALUE_INVALID, VALUE_TOO_LONG, TIME_IN_PAST, CODE_RETIRED */
export function planContent(input: DraftMonitoringPlanInput, codes: CodesAsOf): PlanContent {
  if (input.reportIds.length === 0) throw new Refusal('PLAN_WITHOUT_REPORT', { field: 'reportIds' });
  requireValid(
    input.reportIds.length <= reportLimit,
    'reportIds',
    { en: `a plan rests on at most ${reportLimit} reports`, 'zh-CN': `一份计划至多依据 ${reportLimit} 份评估报告` },
    { en: 'the id of one report', 'zh-CN': '一份评估报告的 id' },
  );
  return {
    title: requireText('title', input.title, 200),
    reportIds: [...new Set(input.reportIds)],
    products: planProducts(input.products, codes),
    platformIds: planPlatformIds(input.platformIds),
    deadline: requireFuture('deadline', input.deadline, codes.now),
    feedbackWithin: planFeedbackWithin(input.feedbackWithin ?? 'P10D'),
    ...(input.budget ? planBudget(input.budget) : { budgetAmount: null, budgetCurrency: null }),
  };
}
