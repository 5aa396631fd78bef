import { Refusal } from '../refusals/refusal.js';

/** NUL, or half of a surrogate pair: what neither UTF-8 nor PostgreSQL keeps. */
const unstorable = /\0|\p{Surrogate}/u;

/**
 * Refuses an item in which a text, at whatever depth, holds what nothing can keep.
 * @throws Refusal TEXT_UNSTORABLE
 */
export function requireStorable(value: unknown, path: readonly string[] = []): void {
  if (typeof value === 'string') {
    if (unstorable.test(value)) throw new Refusal('TEXT_UNSTORABLE', { field: path.join('.') });
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) requireStorable(part, [...path, name]);
  }
}
