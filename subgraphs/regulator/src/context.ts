import type { SubgraphContext } from '@hub/kernel/service/subgraph-context.js';
import type { WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import type { Loaders } from './loaders/loaders.js';
import type { Repositories } from './repository/repositories.js';
import type { RecipientKeeping } from './repository/recipient-keeping.js';
import type { RegulatorTransaction } from './repository/database.js';

/** What resolvers of this subgraph find in their context. */
export interface Context extends SubgraphContext<RegulatorTransaction> {
  readonly repositories: Repositories;
  readonly loaders: Loaders;
  /** By which the time to object is counted, as it is in force now. */
  readonly workingCalendar: () => WorkingCalendar;
  readonly recipientKeeping: RecipientKeeping;
}
