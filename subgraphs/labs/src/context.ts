import type { SubgraphContext } from '@hub/kernel/service/subgraph-context.js';
import type { Signer } from './domain/signer.js';
import type { Loaders } from './loaders/loaders.js';
import type { LabsTransaction } from './repository/database.js';
import type { Repositories } from './repository/repositories.js';

/** What resolvers of this subgraph find in their context. */
export interface Context extends SubgraphContext<LabsTransaction> {
  readonly repositories: Repositories;
  readonly loaders: Loaders;
  /** Key of the owner: hashes persons. */
  readonly maskKey: string;
  /** Signs reports. */
  readonly signer: Signer;
}
