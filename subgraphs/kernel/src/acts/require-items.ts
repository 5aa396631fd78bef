import type { Locale } from '@hub/schema/errors/locale.js';
import { codedError } from '../refusals/coded-error.js';
import { Refusal } from '../refusals/refusal.js';
import { requireStorable } from '../validation/require-storable.js';
import { requireText } from '../validation/require-text.js';

/** The most items that one call of an act may carry. */
export const itemLimit = 500;

const keyLimit = 200;

/** @throws GraphQLError LIST_TOO_LONG, where there are none or too many */
export function requireItems(items: readonly unknown[], locale: Locale): void {
  if (items.length < 1 || items.length > itemLimit) throw codedError('LIST_TOO_LONG', locale, { limit: itemLimit, length: items.length });
}

/**
 * What every item must be before it is looked at.
 * @param keys of the items before it; this one's is added
 * @throws Refusal TEXT_UNSTORABLE, VALUE_REQUIRED, VALUE_TOO_LONG, DUPLICATE_IN_LIST
 */
export function requireItem(item: { readonly idempotencyKey: string }, keys: Set<string>): void {
  requireStorable(item);
  requireText('idempotencyKey', item.idempotencyKey, keyLimit);
  if (keys.has(item.idempotencyKey)) throw new Refusal('DUPLICATE_IN_LIST', { field: 'idempotencyKey' });
  keys.add(item.idempotencyKey);
}
