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
  requireValid(input.reportIds.length <= limits.reports, 'reportIds', `a plan rests on at most ${limits.reports} reports`, 'the id of one report');
  requireValid(
    input.products.length > 0 && input.products.length <= limits.products,
    'products',
    `a plan names 1 to ${limits.products} products`,
    'one product with its items',
  );
  requireValid(
    input.platformIds.length > 0 && input.platformIds.length <= limits.platforms,
    'platformIds',
    `a plan names 1 to ${limits.platforms} platforms to buy on (5.2.2)`,
    'the id of one platform',
  );
  const budget = input.budget ? requireMoney('budget', input.budget) : null;
  const feedbackWithin = input.feedbackWithin ?? 'P10D';
  requireValid(
    durationInMilliseconds(feedbackWithin) !== undefined,
    'feedbackWithin',
    'it is no ISO 8601 duration of days, hours and minutes',
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
    'the number of batches (批次数) lies between 1 and 10 000',
    '30',
  );
  requireValid(
    product.testItems.length > 0 && product.testItems.length <= limits.testItems,
    `${at}.testItems`,
    `a product names 1 to ${limits.testItems} test items (3.1 c)`,
    'one item with its standard',
  );
  const codes = product.testItems.map((item) => item.code);
  requireValid(new Set(codes).size === codes.length, `${at}.testItems`, 'an item stands there twice', 'each code once');
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
