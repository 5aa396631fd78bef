import { requireCode, type CodesAsOf } from '@hub/kernel/validation/require-code.js';
import { requireStandardNumber } from '@hub/kernel/validation/require-standard-number.js';
import { requireText, optionalText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { testItems } from '@hub/schema/code-lists/test-items.js';
import type { TestItem, TestItemInput } from '../generated/graphql.js';

const itemLimit = 200;

/**
 * The items that a commission has tested: those given, or all that the plan sets for the samples' products (3.1 c).
 * @throws Refusal VALUE_INVALID, VALUE_REQUIRED, VALUE_TOO_LONG, CODE_RETIRED
 */
export function itemsToTest(given: readonly TestItemInput[] | null | undefined, ofPlan: readonly TestItem[], codes: CodesAsOf): TestItem[] {
  const planned = { codes: new Set(ofPlan.map(({ code }) => code)), standards: new Set(ofPlan.map(({ standardNumber }) => standardNumber)) };
  const items = given?.map((item, index) => checkedItem(item, index, { planned, codes })) ?? [...new Map(ofPlan.map((item) => [identityOf(item), item])).values()];
  requireValid(items.length > 0 && items.length <= itemLimit, 'testItems', { en: `a commission has 1 to ${itemLimit} test items`, 'zh-CN': `一份委托有 1 至 ${itemLimit} 个检验项目` }, { en: 'one item with its standard', 'zh-CN': '一个项目及其标准' });
  requireValid(new Set(items.map(identityOf)).size === items.length, 'testItems', { en: 'an item stands there twice', 'zh-CN': '检验项目重复' }, { en: 'each item once', 'zh-CN': '每个项目一次' });
  return items;
}

/** What the plan sets: it stands, though a code or a body of standards may have ended since. */
interface Planned {
  readonly codes: ReadonlySet<string>;
  readonly standards: ReadonlySet<string>;
}

function checkedItem(item: TestItemInput, index: number, { planned, codes }: { readonly planned: Planned; readonly codes: CodesAsOf }): TestItem {
  const at = `testItems.${index}`;
  return {
    code: planned.codes.has(item.code.trim()) ? item.code.trim() : requireCode(`${at}.code`, item.code, testItems, codes),
    name: requireText(`${at}.name`, item.name, 200),
    standardNumber: requireStandardNumber(`${at}.standardNumber`, item.standardNumber, codes, planned.standards),
    standardVersion: requireText(`${at}.standardVersion`, item.standardVersion, 20),
    clause: optionalText(`${at}.clause`, item.clause, 60),
  };
}

function identityOf({ code, standardNumber, standardVersion }: TestItem): string {
  return JSON.stringify([code, standardNumber, standardVersion]);
}
