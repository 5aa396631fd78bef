import { canonicalJson } from '../hashing/canonical-json.js';
import { Refusal } from '../refusals/refusal.js';

/**
 * Sees that an amendment changes something: one that says what stands already would make a version like the one before.
 * @param field input field that names what is amended
 * @param changes columns as they would be, all or some of those of `before`
 * @throws Refusal NOTHING_CHANGED
 */
export function requireChange(type: string, field: string, before: Readonly<Record<string, unknown>>, changes: Readonly<Record<string, unknown>>): void {
  const same = Object.entries(changes).every(([column, value]) => canonicalJson(before[column] ?? null) === canonicalJson(value ?? null));
  if (same) throw new Refusal('NOTHING_CHANGED', { field, parameters: { type } });
}
