import type { SubgraphContext } from '@hub/kernel/service/subgraph-context.js';
import type { Loaders } from './loaders/loaders.js';
import type { ExchangeTransaction } from './repository/database.js';
import type { Repositories } from './repository/repositories.js';

/** What resolvers of this subgraph find in their context. */
export interface Context extends SubgraphContext<ExchangeTransaction> {
  readonly repositories: Repositories;
  readonly loaders: Loaders;
  /** The time of the operation, one for all its answers about lateness. */
  readonly now: Date;
}
