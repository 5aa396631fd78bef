import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { CodeListsAsOf } from '@hub/kernel/validation/require-code.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { TestResultInput } from '../generated/graphql.js';
import type { CommissionedItem } from './commission-content.js';
import { conclusionOf } from './conclusion-of.js';
import { isResultOf, itemName } from './item-name.js';
import { subItemResults } from './sub-item-results.js';
import { subcontractingLab, type RegisteredLab } from './subcontracting-lab.js';
import type { ItemResult, SubcontractingLab } from './test-result.js';

/** What a commission says of the results that it wants. */
export interface WantedResults {
  readonly testItems: readonly CommissionedItem[];
  readonly subcontractingAllowed: boolean;
  /** Labs of the hub that are named as subcontractors, by id. */
  readonly labs: ReadonlyMap<string, RegisteredLab>;
}

/**
 * Results as they are given, checked (5.3.3): commissioned items, each once, of sub-items or failed, subcontracted only with
 * consent (3.2 c); each verdict in agreement with the rule that it names, and an item's verdict as its parts have it.
 *
 * @throws Refusal RESULT_NOT_COMMISSIONED, SUBCONTRACTING_NOT_ALLOWED, VERDICT_CONTRADICTS_RULE, VALUE_INVALID, VALUE_REQUIRED,
 *   VALUE_TOO_LONG, CODE_RETIRED, NOT_FOUND
 */
export function itemResults(inputs: readonly TestResultInput[], { testItems, subcontractingAllowed, labs }: WantedResults, codes: CodeListsAsOf): ItemResult[] {
  const seen = new Set<CommissionedItem>();
  return inputs.map((input, index) => {
    const at = `results.${index}`;
    const item = testItems.find((wanted) => isResultOf(wanted, input));
    if (!item) throw new Refusal('RESULT_NOT_COMMISSIONED', { field: at, parameters: { item: itemName({ ...input, code: input.itemCode }) } });
    requireValid(!seen.has(item), at, { en: `${itemName(item)} stands there twice`, 'zh-CN': `${itemName(item)} 重复` }, { en: 'each commissioned item once', 'zh-CN': '每个委托项目一次' });
    seen.add(item);
    if (input.subcontractor && !subcontractingAllowed) {
      throw new Refusal('SUBCONTRACTING_NOT_ALLOWED', { field: `${at}.subcontractor`, parameters: { item: itemName(item) } });
    }
    const subcontractor = input.subcontractor ? subcontractingLab(`${at}.subcontractor`, input.subcontractor, labs, dayInShanghai(codes.now)) : null;
    return itemResult(input, item, { subcontractor, at, codes });
  });
}

function itemResult(
  input: TestResultInput,
  item: CommissionedItem,
  { subcontractor, at, codes }: { readonly subcontractor: SubcontractingLab | null; readonly at: string; readonly codes: CodeListsAsOf },
): ItemResult {
  const failure = input.failure
    ? { reason: input.failure.reason, facts: requireText(`${at}.failure.facts`, input.failure.facts) }
    : null;
  const given = input.subItems ?? [];
  const either = failure === null ? given.length > 0 : given.length === 0;
  requireValid(
    either,
    `${at}.subItems`,
    { en: 'an item has sub-items or a failure, one of the two', 'zh-CN': '项目应填写子项结果或检验不能原因，二者择一' },
    { en: 'one sub-item without a name', 'zh-CN': '一个不命名的子项' },
  );
  const subItems = subItemResults(given, item, at, codes);
  return {
    itemCode: item.code,
    itemName: item.name,
    standardNumber: item.standardNumber,
    standardVersion: item.standardVersion,
    clause: item.clause ?? null,
    inScope: null,
    subcontractor,
    verdict: failure === null ? conclusionOf(subItems.map(({ verdict }) => verdict)) : 'NOT_JUDGED',
    subItems,
    failure,
  };
}
