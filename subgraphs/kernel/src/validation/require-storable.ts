import { Refusal } from '../refusals/refusal.js';
import { isStorable } from './is-storable.js';

/**
 * Refuses an item in which a text, at whatever depth, holds what nothing can keep.
 * @throws Refusal TEXT_UNSTORABLE
 */
export function requireStorable(value: unknown, path: readonly string[] = []): void {
  if (typeof value === 'string') {
    if (!isStorable(value)) throw new Refusal('TEXT_UNSTORABLE', { field: path.join('.') });
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) requireStorable(part, [...path, name]);
  }
}
