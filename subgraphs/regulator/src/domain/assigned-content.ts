import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireMoney } from '@hub/kernel/validation/require-money.js';
import { requireFuture } from '@hub/kernel/validation/require-time.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { AssignedProductInput, AssignMonitoringPlanInput, MoneyInput, PlanProduct } from '../generated/graphql.js';

/** A plan of which a part is assigned. */
export interface AssignablePlan {
  readonly products: readonly PlanProduct[];
  readonly platformIds: readonly string[];
  readonly deadline: Date;
  readonly budgetCurrency: string | null;
}

/** What a part of a plan says, checked against the plan (任务分解, 3.1 a). @throws Refusal VALUE_INVALID, TIME_IN_PAST, PLAN_PRODUCT_UNKNOWN, PLATFORM_NOT_IN_PLAN */
export function assignedContent(input: AssignMonitoringPlanInput, plan: AssignablePlan, now: Date) {
  return {
    ...partProducts(input.products, plan.products),
    platformIds: input.platformIds ? partPlatforms(input.platformIds, plan.platformIds) : [...plan.platformIds],
    deadline: partDeadline(input.deadline ?? plan.deadline, plan.deadline, now),
    ...partBudget(input.budget ?? null, plan.budgetCurrency),
  };
}

function partProducts(asked: readonly AssignedProductInput[], products: readonly PlanProduct[]) {
  const positions = asked.map(({ position }) => position);
  requireValid(
    asked.length > 0 && asked.length <= products.length && new Set(positions).size === positions.length,
    'products',
    { en: 'a part names at least one product of the plan, and each once', 'zh-CN': '分解任务至少列明计划中的一种产品，且不得重复' },
    { en: 'one product by its position, with its batches', 'zh-CN': '以序号指明的一种产品及其批次数' },
  );
  const part = asked.map(({ position, batches }, index) => {
    const product = products.find((each) => each.position === position);
    if (!product) throw new Refusal('PLAN_PRODUCT_UNKNOWN', { field: `products.${index}.position`, parameters: { position, count: products.length } });
    requireValid(
      Number.isInteger(batches) && batches >= 1 && batches <= product.batches,
      `products.${index}.batches`,
      { en: `the plan has ${product.batches} batches of ${product.name}`, 'zh-CN': `计划中 ${product.name} 为 ${product.batches} 批次` },
      String(product.batches),
    );
    return { ...product, position: index + 1, batches };
  });
  return { products: part, positions };
}

function partPlatforms(asked: readonly string[], platformIds: readonly string[]): string[] {
  requireValid(
    asked.length > 0,
    'platformIds',
    { en: 'a part names at least one platform to buy on (5.2.2)', 'zh-CN': '分解任务至少指定一个采样平台（5.2.2）' },
    { en: 'the id of one platform of the plan', 'zh-CN': '计划中一个平台的 id' },
  );
  const other = asked.find((id) => !platformIds.includes(id));
  if (other !== undefined) throw new Refusal('PLATFORM_NOT_IN_PLAN', { field: 'platformIds', parameters: { id: other, named: platformIds.join(', ') } });
  return [...new Set(asked)];
}

function partDeadline(asked: Date, deadline: Date, now: Date): Date {
  const time = requireFuture('deadline', asked, now);
  requireValid(time <= deadline, 'deadline', { en: 'it lies after the deadline of the plan', 'zh-CN': '晚于计划的期限' }, deadline.toISOString());
  return time;
}

function partBudget(asked: MoneyInput | null, currency: string | null) {
  if (asked === null) return { budgetAmount: null, budgetCurrency: null };
  const budget = requireMoney('budget', asked);
  requireValid(
    currency === null || budget.currency === currency,
    'budget.currency',
    { en: `the budget of the plan is in ${currency}`, 'zh-CN': `计划经费以 ${currency} 计` },
    currency ?? 'CNY',
  );
  return { budgetAmount: budget.amount, budgetCurrency: budget.currency };
}
