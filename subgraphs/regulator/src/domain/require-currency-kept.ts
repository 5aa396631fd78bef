import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { AssignedParts } from './assigned-parts.js';

/** The currency of a budget stays while parts of it are with regulators below. @throws Refusal VALUE_INVALID */
export function requireCurrencyKept(before: string | null, changed: string | undefined, assigned: AssignedParts): void {
  requireValid(
    assigned.budget === null || changed === undefined || changed === before,
    'budget.currency',
    { en: `parts of the budget are assigned in ${before ?? 'CNY'}`, 'zh-CN': `已分解的经费以 ${before ?? 'CNY'} 计` },
    before ?? 'CNY',
  );
}
