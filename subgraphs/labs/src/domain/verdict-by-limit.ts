import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { LimitKind, Verdict } from '../generated/graphql.js';
import { compareDecimals, decimalPattern } from './compare-decimals.js';

/** Below the limit of detection (检出限) or of quantification (定量限). */
const belowDetection = ['<LOD', '<LOQ'];

export interface MeasuredAgainstLimit {
  readonly limitKind: LimitKind;
  readonly limit: string;
  readonly measured: string;
  readonly verdict: Verdict;
}

/**
 * The verdict that follows from a limit (5.3.3), or undefined where the rule does not decide: the limit is a text, nothing
 * was measured that can be compared and no verdict is given, or a value below detection stands against a minimum.
 * The comparison is of the numbers as reported; rounding (GB/T 8170) has been done before.
 *
 * @param at path of the result within the item
 * @throws Refusal VALUE_INVALID where a number is needed
 */
export function verdictByLimit({ limitKind, limit, measured, verdict }: MeasuredAgainstLimit, at: string): Verdict | undefined {
  if (limitKind === 'TEXT') return undefined;
  const [lowest, highest] = boundsOf(limitKind, limit, `${at}.limit`);
  if (belowDetection.includes(measured)) return limitKind === 'MAXIMUM' ? 'CONFORMING' : undefined;
  if (!decimalPattern.test(measured)) {
    requireValid(
      verdict === 'NOT_JUDGED',
      `${at}.measured`,
      { en: 'only a number is compared with a limit; what is no number is NOT_JUDGED', 'zh-CN': '只有数值可与限值比较，非数值应判为 NOT_JUDGED' },
      { en: '0.35 or <LOD', 'zh-CN': '0.35 或 <LOD' },
    );
    return undefined;
  }
  const within =
    (lowest === undefined || compareDecimals(measured, lowest) >= 0) &&
    (highest === undefined || compareDecimals(measured, highest) <= 0);
  return within ? 'CONFORMING' : 'NONCONFORMING';
}

function boundsOf(kind: Exclude<LimitKind, 'TEXT'>, limit: string, field: string): readonly [lowest: string | undefined, highest: string | undefined] {
  if (kind === 'RANGE') {
    const [lowest = '', highest = '', ...more] = limit.split('~').map((bound) => bound.trim());
    const ordered =
      more.length === 0 && decimalPattern.test(lowest) && decimalPattern.test(highest) && compareDecimals(lowest, highest) <= 0;
    requireValid(ordered, field, { en: 'a range is two numbers with ~, the lower first', 'zh-CN': '范围为以 ~ 相连的两个数，小者在前' }, '4.0~8.5');
    return [lowest, highest];
  }
  requireValid(decimalPattern.test(limit), field, { en: 'a maximum or minimum is one number', 'zh-CN': '上限或下限为一个数' }, '0.75');
  return kind === 'MINIMUM' ? [limit, undefined] : [undefined, limit];
}
