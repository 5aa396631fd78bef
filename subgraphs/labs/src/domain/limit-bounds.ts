import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { LimitKind } from '../generated/graphql.js';
import { compareDecimals, decimalPattern } from './compare-decimals.js';

/** From where to where a limit admits values, both ends admitted; open at an end that is absent. */
export interface LimitBounds {
  readonly lowest?: string;
  readonly highest?: string;
}

/**
 * The bounds that a limit sets (极限数值), as its basis writes it: 0.75, or 4.0~8.5 for a range.
 * @throws Refusal VALUE_INVALID at the field
 */
export function limitBounds(kind: Exclude<LimitKind, 'TEXT'>, limit: string, field: string): LimitBounds {
  if (kind === 'RANGE') {
    const [lowest = '', highest = '', ...more] = limit.split('~').map((bound) => bound.trim());
    const ordered =
      more.length === 0 && decimalPattern.test(lowest) && decimalPattern.test(highest) && compareDecimals(lowest, highest) <= 0;
    requireValid(ordered, field, { en: 'a range is two numbers with ~, the lower first', 'zh-CN': '范围为以 ~ 相连的两个数，小者在前' }, '4.0~8.5');
    return { lowest, highest };
  }
  requireValid(decimalPattern.test(limit), field, { en: 'a maximum or minimum is one number', 'zh-CN': '上限或下限为一个数' }, '0.75');
  return kind === 'MINIMUM' ? { lowest: limit } : { highest: limit };
}
