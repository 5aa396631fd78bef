import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { GivenValueInput } from '../generated/graphql.js';

/**
 * What whoever imports gives, by name.
 * @throws Refusal VALUE_REQUIRED, VALUE_TOO_LONG or VALUE_INVALID of a value; IMPORT_GIVEN_WRONG where something is missing, given twice or not asked for
 */
export function givenValues(given: readonly GivenValueInput[], asked: Readonly<Record<string, unknown>>): Record<string, string> {
  const names = given.map(({ name }) => name);
  const missing = Object.keys(asked).filter((name) => !names.includes(name));
  const wrong = names.filter((name, index) => !Object.hasOwn(asked, name) || names.indexOf(name) !== index);
  if (missing.length > 0 || wrong.length > 0) {
    const faults = [...new Set([...missing, ...wrong])].join(', ').slice(0, 200);
    throw new Refusal('IMPORT_GIVEN_WRONG', { field: 'given', parameters: { asked: Object.keys(asked).join(', ') || '–', faults } });
  }
  return Object.fromEntries(given.map(({ name, value }, index) => [name, requireText(`given.${index}.value`, value)]));
}
