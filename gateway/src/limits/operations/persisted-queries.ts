import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import type { GatewayEnvironment } from '../../environment.js';

/**
 * Automatic persisted queries (Apollo's protocol) in a bounded cache, the longest unused leaving first. Where a list of
 * operations is enforced there are none: what a client registers itself would be no list.
 */
export function persistedQueries({ persistedQueriesBytes, safelist }: GatewayEnvironment) {
  if (persistedQueriesBytes === undefined || safelist?.mode === 'enforce') return false;
  return { cache: new InMemoryLRUCache<string>({ maxSize: persistedQueriesBytes }) };
}
