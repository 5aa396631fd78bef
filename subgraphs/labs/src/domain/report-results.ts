import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { optionalText, requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { LimitKind, TestResultInput, Verdict } from '../generated/graphql.js';
import type { CommissionedItem } from './commission-content.js';
import { verdictByLimit } from './verdict-by-limit.js';

/** The result of one test item as the report keeps and signs it (5.3.3). */
export type ReportedResult = {
  readonly itemCode: string;
  readonly itemName: string;
  readonly standardNumber: string;
  readonly standardVersion: string;
  readonly clause: string | null;
  readonly limitKind: LimitKind;
  readonly limit: string;
  readonly measured: string;
  readonly unit: string | null;
  readonly verdict: Verdict;
};

/**
 * The results of a report, in the order of the commission: every commissioned item exactly once, each verdict in
 * agreement with its limit (5.3.3, 5.3.4).
 *
 * @throws Refusal RESULT_NOT_COMMISSIONED, REPORT_INCOMPLETE, VERDICT_CONTRADICTS_LIMIT, VALUE_INVALID, VALUE_REQUIRED, VALUE_TOO_LONG
 */
export function reportResults(inputs: readonly TestResultInput[], commissioned: readonly CommissionedItem[]): ReportedResult[] {
  const found = new Map<CommissionedItem, ReportedResult>();
  for (const [index, input] of inputs.entries()) {
    const at = `results.${index}`;
    const item = commissioned.find(
      ({ code, standardNumber, standardVersion }) =>
        code === input.itemCode && standardNumber === input.standardNumber && standardVersion === input.standardVersion,
    );
    if (!item) throw new Refusal('RESULT_NOT_COMMISSIONED', { field: at, parameters: { item: nameOf({ ...input, code: input.itemCode }) } });
    requireValid(!found.has(item), at, { en: `${nameOf(item)} stands there twice`, 'zh-CN': `${nameOf(item)} 重复` }, { en: 'each commissioned item once', 'zh-CN': '每个委托项目一次' });
    found.set(item, reportedResult(input, item, at));
  }
  const missing = commissioned.filter((item) => !found.has(item));
  if (missing.length > 0) {
    throw new Refusal('REPORT_INCOMPLETE', { field: 'results', parameters: { items: missing.map(nameOf).join(', ') } });
  }
  return commissioned.flatMap((item) => found.get(item) ?? []);
}

function reportedResult(input: TestResultInput, item: CommissionedItem, at: string): ReportedResult {
  const result: ReportedResult = {
    itemCode: item.code,
    itemName: item.name,
    standardNumber: item.standardNumber,
    standardVersion: item.standardVersion,
    clause: item.clause ?? null,
    limitKind: input.limitKind,
    limit: requireText(`${at}.limit`, input.limit, 200),
    measured: requireText(`${at}.measured`, input.measured, 200),
    unit: optionalText(`${at}.unit`, input.unit, 40),
    verdict: input.verdict,
  };
  const right = verdictByLimit(result, at);
  if (right !== undefined && right !== input.verdict) {
    const { verdict, measured, limit } = result;
    throw new Refusal('VERDICT_CONTRADICTS_LIMIT', { field: `${at}.verdict`, parameters: { item: nameOf(item), verdict, measured, limit, right } });
  }
  return result;
}

/** The item as a lab would say it: code and standard, for one code may stand there under two standards. */
function nameOf({ code, standardNumber, standardVersion }: Pick<CommissionedItem, 'code' | 'standardNumber' | 'standardVersion'>): string {
  return `${code} (${standardNumber}-${standardVersion})`;
}
