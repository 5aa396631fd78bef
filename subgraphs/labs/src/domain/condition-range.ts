import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { ConditionRangeInput } from '../generated/graphql.js';
import { compareDecimals } from './compare-decimals.js';
import { requirePossibleCondition } from './possible-condition.js';

/** A condition that a sample needs (储存条件, 5.3.1), both ends admitted; an end that is null is open. */
export type ConditionRange = { readonly lowest: string | null; readonly highest: string | null };

/** A range with one end at least, in order; null where none is asked for. @throws Refusal VALUE_INVALID */
export function conditionRange(field: 'temperature' | 'humidity', input: ConditionRangeInput | null | undefined): ConditionRange | null {
  if (input == null) return null;
  const { lowest = null, highest = null } = input;
  requireValid(lowest !== null || highest !== null, field, { en: 'a range has one end at least', 'zh-CN': '范围至少有一端' }, '{ lowest: "2", highest: "8" }');
  const ordered = lowest === null || highest === null || compareDecimals(lowest, highest) <= 0;
  requireValid(ordered, field, { en: 'the lowest is above the highest', 'zh-CN': '下限高于上限' }, '{ lowest: "2", highest: "8" }');
  if (lowest !== null) requirePossibleCondition(`${field}.lowest`, field, lowest);
  if (highest !== null) requirePossibleCondition(`${field}.highest`, field, highest);
  return { lowest, highest };
}

/** Whether a value lies outside the range; what was not read or is not required lies outside nothing. */
export function isOutside(range: ConditionRange | null, value: string | null): boolean {
  if (range === null || value === null) return false;
  const { lowest, highest } = range;
  return (lowest !== null && compareDecimals(value, lowest) < 0) || (highest !== null && compareDecimals(value, highest) > 0);
}
