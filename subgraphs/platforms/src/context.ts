import type { SubgraphContext } from '@hub/kernel/service/subgraph-context.js';
import type { Loaders } from './loaders/loaders.js';
import type { ContactKeeping } from './repository/contact-keeping.js';
import type { PlatformsTransaction } from './repository/database.js';
import type { Repositories } from './repository/repositories.js';

/** What resolvers of this subgraph find in their context. */
export interface Context extends SubgraphContext<PlatformsTransaction> {
  readonly repositories: Repositories;
  readonly loaders: Loaders;
  readonly contactKeeping: ContactKeeping;
}
