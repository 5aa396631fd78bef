import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { durationInMilliseconds } from '@hub/kernel/validation/duration-in-milliseconds.js';
import { requireMoney } from '@hub/kernel/validation/require-money.js';
import { requireText, optionalText } from '@hub/kernel/validation/require-text.js';
import { requireFuture } from '@hub/kernel/validation/require-time.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { DraftMonitoringPlanInput, PlanProduct, PlanProductInput } from '../generated/graphql.js';

/** How much one plan holds: far above any real one, and low enough that a plan stays one readable document and one event. */
const limits = { reports: 50, products: 200, platforms: 100, testItems: 200 } as const;

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

/** @throws Refusal PLAN_WITHOUT_REPORT, VALUE_REQUIRED, VALUE_INVALID, VALUE_TOO_LONG, TIME_IN_PAST */
export function planContent(input: DraftMonitoringPlanInput, now: Date): PlanContent {
  if (input.reportIds.length === 0) throw new Refusal('PLAN_WITHOUT_REPORT', { field: 'reportIds' });
  requireValid(
    input.reportIds.length <= limits.reports,
    'reportIds',
    { en: `a plan rests on at most ${limits.reports} reports`, 'zh-CN': `一份计划至多依据 ${limits.reports} 份评估报告` },
    { en: 'the id of one report', 'zh-CN': '一份评估报告的 id' },
  );
  requireValid(
    input.products.length > 0 && input.products.length <= limits.products,
    'products',
    { en: `a plan names 1 to ${limits.products} products`, 'zh-CN': `计划列明 1 至 ${limits.products} 种产品` },
    { en: 'one product with its items', 'zh-CN': '一种产品及其检验项目' },
  );
  requireValid(
    input.platformIds.length > 0 && input.platformIds.length <= limits.platforms,
    'platformIds',
    { en: `a plan names 1 to ${limits.platforms} platforms to buy on (5.2.2)`, 'zh-CN': `计划指定 1 至 ${limits.platforms} 个采样平台（5.2.2）` },
    { en: 'the id of one platform', 'zh-CN': '一个平台的 id' },
  );
  const budget = input.budget ? requireMoney('budget', input.budget) : null;
  const feedbackWithin = input.feedbackWithin ?? 'P10D';
  requireValid(
    durationInMilliseconds(feedbackWithin) !== undefined,
    'feedbackWithin',
    { en: 'it is no ISO 8601 duration of days, hours and minutes', 'zh-CN': '不是由天、时、分构成的 ISO 8601 时长' },
    'P10D',
  );
  return {
    title: requireText('title', input.title, 200),
    reportIds: [...new Set(input.reportIds)],
    products: input.products.map(planProduct),
    platformIds: [...new Set(input.platformIds)],
    deadline: requireFuture('deadline', input.deadline, now),
    feedbackWithin,
    budgetAmount: budget?.amount ?? null,
    budgetCurrency: budget?.currency ?? null,
  };
}

function planProduct(product: PlanProductInput, index: number): PlanProduct {
  const at = `products.${index}`;
  requireValid(
    Number.isInteger(product.batches) && product.batches >= 1 && product.batches <= 10_000,
    `${at}.batches`,
    { en: 'the number of batches (批次数) lies between 1 and 10 000', 'zh-CN': '批次数为 1 至 10000' },
    '30',
  );
  requireValid(
    product.testItems.length > 0 && product.testItems.length <= limits.testItems,
    `${at}.testItems`,
    { en: `a product names 1 to ${limits.testItems} test items (3.1 c)`, 'zh-CN': `每种产品列明 1 至 ${limits.testItems} 个检验项目（3.1 c）` },
    { en: 'one item with its standard', 'zh-CN': '一个项目及其标准' },
  );
  const codes = product.testItems.map((item) => item.code);
  requireValid(
    new Set(codes).size === codes.length,
    `${at}.testItems`,
    { en: 'an item stands there twice', 'zh-CN': '检验项目重复' },
    { en: 'each code once', 'zh-CN': '每个代码一次' },
  );
  return {
    position: index + 1,
    categoryCode: requireText(`${at}.categoryCode`, product.categoryCode, 40),
    name: requireText(`${at}.name`, product.name, 200),
    batches: product.batches,
    testItems: product.testItems.map((item, itemIndex) => ({
      code: requireText(`${at}.testItems.${itemIndex}.code`, item.code, 40),
      name: requireText(`${at}.testItems.${itemIndex}.name`, item.name, 200),
      standardNumber: requireText(`${at}.testItems.${itemIndex}.standardNumber`, item.standardNumber, 60),
      standardVersion: requireText(`${at}.testItems.${itemIndex}.standardVersion`, item.standardVersion, 20),
      clause: optionalText(`${at}.testItems.${itemIndex}.clause`, item.clause, 60),
    })),
  };
}
