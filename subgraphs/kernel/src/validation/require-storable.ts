import { Refusal } from '../refusals/refusal.js';
import { isStorable } from './is-storable.js';

/**
 * Refuses an item in which a text, at whatever depth, holds what nothing can keep.
 * @throws Refusal TEXT_UNSTORABLE
 */
export function requireStorable(value: unknown): void {
  const path = unstorable(value);
  if (path) throw new Refusal('TEXT_UNSTORABLE', { field: path.join('.') });
}

/** Where the first such text stands. */
function unstorable(value: unknown): string[] | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : [];
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, part] of Object.entries(value)) {
    const path = unstorable(part);
    if (path) return [name, ...path];
  }
  return undefined;
}
