import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';

/** The most listings or shops that one measure names. */
const nameLimit = 100;

/** Names of rows that a measure is about: at least one, none twice. @throws Refusal VALUE_INVALID, VALUE_REQUIRED, VALUE_TOO_LONG */
export function requireNames(field: string, names: readonly string[]): string[] {
  const { length } = names;
  const range = { en: `it has ${length} entries; 1 to ${nameLimit} are right`, 'zh-CN': `共 ${length} 项，应为 1 至 ${nameLimit} 项` };
  requireValid(length >= 1 && length <= nameLimit, field, range, '["1807067"]');
  const twice = { en: 'it names one twice', 'zh-CN': '有重复项' };
  requireValid(new Set(names).size === length, field, twice, '["1807067", "1807068"]');
  return names.map((name, index) => requireText(`${field}.${index}`, name, 100));
}
