import { requireText, optionalText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { TestItem, TestItemInput } from '../generated/graphql.js';

const itemLimit = 200;

/**
 * The items that a commission has tested: those given, or all that the plan sets for the samples' products (3.1 c).
 * @throws Refusal VALUE_INVALID, VALUE_REQUIRED, VALUE_TOO_LONG
 */
export function itemsToTest(given: readonly TestItemInput[] | null | undefined, ofPlan: readonly TestItem[]): TestItem[] {
  const items = given?.map(checkedItem) ?? [...new Map(ofPlan.map((item) => [identityOf(item), item])).values()];
  requireValid(items.length > 0 && items.length <= itemLimit, 'testItems', `a commission has 1 to ${itemLimit} test items`, 'one item with its standard');
  requireValid(new Set(items.map(identityOf)).size === items.length, 'testItems', 'an item stands there twice', 'each item once');
  return items;
}

function checkedItem(item: TestItemInput, index: number): TestItem {
  const at = `testItems.${index}`;
  return {
    code: requireText(`${at}.code`, item.code, 40),
    name: requireText(`${at}.name`, item.name, 200),
    standardNumber: requireText(`${at}.standardNumber`, item.standardNumber, 60),
    standardVersion: requireText(`${at}.standardVersion`, item.standardVersion, 20),
    clause: optionalText(`${at}.clause`, item.clause, 60),
  };
}

function identityOf({ code, standardNumber, standardVersion }: TestItem): string {
  return JSON.stringify([code, standardNumber, standardVersion]);
}
