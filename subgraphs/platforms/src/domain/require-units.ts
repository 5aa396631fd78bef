import { requireValid } from '@hub/kernel/validation/require-valid.js';

/** A number of units, which is not negative. @throws Refusal VALUE_INVALID */
export function requireUnits(field: string, units: number): number {
  requireValid(units >= 0, field, { en: 'a number of units is not negative', 'zh-CN': '数量不得为负' }, '120');
  return units;
}
