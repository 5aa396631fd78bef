import type { KeyFile } from '@hub/kernel/identity/key-file.js';
import type { SubgraphContext } from '@hub/kernel/service/subgraph-context.js';
import type { Loaders } from './loaders/loaders.js';
import type { RegistryTransaction } from './repository/database.js';
import type { Repositories } from './repository/repositories.js';
import type { SchemaPublishing } from './repository/schema-publishing.js';

/** What resolvers of this subgraph find in their context. */
export interface Context extends SubgraphContext<RegistryTransaction> {
  readonly repositories: Repositories;
  readonly loaders: Loaders;
  /** By which the registry signs what it publishes. */
  readonly registryKey: KeyFile;
  /** What checking and publishing schemas is done with. */
  readonly publishing: SchemaPublishing;
}
