import { codedError } from '@hub/kernel/refusals/coded-error.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import type { AskedOperation } from '../asked-operation.js';
import { documentHash } from './document-hash.js';

/**
 * A text sent together with a hash must be that text, or somebody could put another text under a hash that others use
 * (automatic persisted queries).
 * @throws GraphQLError PERSISTED_QUERY_MISMATCH
 */
export function checkPersistedHash({ query, hash }: AskedOperation, locale: Locale): void {
  if (query === undefined || hash === undefined) return;
  const right = documentHash(query);
  if (hash !== right) throw codedError('PERSISTED_QUERY_MISMATCH', locale, { hash, right });
}
