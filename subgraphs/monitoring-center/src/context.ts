import type { SubgraphContext } from '@hub/kernel/service/subgraph-context.js';
import type { SourceHosts } from './domain/source-address.js';
import type { Loaders } from './loaders/loaders.js';
import type { BuyerKeeping } from './repository/buyer-keeping.js';
import type { ComplainantKeeping } from './repository/complainant-keeping.js';
import type { MonitoringCenterTransaction } from './repository/database.js';
import type { ImportMappings, MappingTrials } from './repository/import-mappings.js';
import type { Repositories } from './repository/repositories.js';

/** What resolvers of this subgraph find in their context. */
export interface Context extends SubgraphContext<MonitoringCenterTransaction> {
  readonly repositories: Repositories;
  readonly loaders: Loaders;
  readonly complainantKeeping: ComplainantKeeping;
  readonly buyerKeeping: BuyerKeeping;
  readonly imports: {
    readonly mappings: ImportMappings;
    readonly trials: MappingTrials;
    readonly sourceHosts: SourceHosts;
    /** Milliseconds for which a file is kept. */
    readonly keptFor: number;
  };
}
