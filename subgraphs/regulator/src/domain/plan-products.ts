import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireCode, type CodesAsOf } from '@hub/kernel/validation/require-code.js';
import { requireStandardNumber } from '@hub/kernel/validation/require-standard-number.js';
import { requireText, optionalText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { CodeListContent } from '@hub/schema/code-lists/code-list.js';
import { productCategories } from '@hub/schema/code-lists/product-categories.js';
import { testItems } from '@hub/schema/code-lists/test-items.js';
import type { PlanProduct, PlanProductInput } from '../generated/graphql.js';

/** How much one plan holds: far above any real one, and low enough that a plan stays one readable document and one event. */
const limits = { products: 200, testItems: 200 } as const;

/**
 * The products of a plan, checked (3.1 c): for each its category, batches, items and standards.
 * @param before products that the plan has: their codes and standards stand, though they may be in force no more
 * @throws Refusal VALUE_REQUIRED, VALUE_INVALID, VALUE_TOO_LONG, CODE_RETIRED
 */
export function planProducts(products: readonly PlanProductInput[], codes: CodesAsOf, before: readonly PlanProduct[] = []): PlanProduct[] {
  requireValid(
    products.length > 0 && products.length <= limits.products,
    'products',
    { en: `a plan names 1 to ${limits.products} products`, 'zh-CN': `计划列明 1 至 ${limits.products} 种产品` },
    { en: 'one product with its items', 'zh-CN': '一种产品及其检验项目' },
  );
  const standing = new Set(before.flatMap((product) => [product.categoryCode, ...product.testItems.map(({ code }) => code)]));
  const standingNumbers = new Set(before.flatMap((product) => product.testItems.map(({ standardNumber }) => standardNumber)));
  const checks: Checks = {
    code: (field, code, list) => (standing.has(code.trim()) ? code.trim() : requireCode(field, code, list, codes)),
    standardNumber: (field, number) => requireStandardNumber(field, number, codes, standingNumbers),
  };
  return products.map((product, index) => planProduct(product, index, checks));
}

/**
 * The products of an amended plan: those that it had keep their positions, because orders and purchases name them, and new
 * ones come after them.
 * @throws Refusal PLAN_PRODUCT_MOVED besides those of planProducts
 */
export function amendedProducts(before: readonly PlanProduct[], products: readonly PlanProductInput[], codes: CodesAsOf): PlanProduct[] {
  const after = planProducts(products, codes, before);
  const moved = before.find(({ categoryCode, name }, index) => after[index]?.categoryCode !== categoryCode || after[index].name !== name);
  if (moved) {
    const { position, name } = moved;
    throw new Refusal('PLAN_PRODUCT_MOVED', { field: `products.${position - 1}`, parameters: { position, name } });
  }
  return after;
}

/** The products as they lie in JSON. */
export function productsAsJson(products: readonly PlanProduct[]) {
  return products.map((product) => ({ ...product, testItems: product.testItems.map((item) => ({ ...item })) }));
}

/** What the lists in force say of a plan's codes and standards, and the plan itself of those that it has. */
interface Checks {
  readonly code: (field: string, code: string, list: CodeListContent) => string;
  readonly standardNumber: (field: string, number: string) => string;
}

function planProduct(product: PlanProductInput, index: number, checks: Checks): PlanProduct {
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
  const named = product.testItems.map((item) => item.code.trim());
  requireValid(
    new Set(named).size === named.length,
    `${at}.testItems`,
    { en: 'an item stands there twice', 'zh-CN': '检验项目重复' },
    { en: 'each code once', 'zh-CN': '每个代码一次' },
  );
  return {
    position: index + 1,
    categoryCode: checks.code(`${at}.categoryCode`, product.categoryCode, productCategories),
    name: requireText(`${at}.name`, product.name, 200),
    batches: product.batches,
    testItems: product.testItems.map((item, itemIndex) => ({
      code: checks.code(`${at}.testItems.${itemIndex}.code`, item.code, testItems),
      name: requireText(`${at}.testItems.${itemIndex}.name`, item.name, 200),
      standardNumber: checks.standardNumber(`${at}.testItems.${itemIndex}.standardNumber`, item.standardNumber),
      standardVersion: requireText(`${at}.testItems.${itemIndex}.standardVersion`, item.standardVersion, 20),
      clause: optionalText(`${at}.testItems.${itemIndex}.clause`, item.clause, 60),
    })),
  };
}
