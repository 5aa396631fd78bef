import type { WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import type { SubgraphContext } from '@hub/kernel/service/subgraph-context.js';
import type { WebhookSettings } from './domain/webhook-settings.js';
import type { Loaders } from './loaders/loaders.js';
import type { ContactKeeping } from './repository/contact-keeping.js';
import type { ExchangeTransaction } from './repository/database.js';
import type { Matcher } from './matching/matcher.js';
import type { Repositories } from './repository/repositories.js';
import type { UserKeeping } from './repository/user-keeping.js';
import type { Search } from './search/searcher.js';

/** What resolvers of this subgraph find in their context. */
export interface Context extends SubgraphContext<ExchangeTransaction> {
  readonly repositories: Repositories;
  readonly loaders: Loaders;
  /** The time of the operation, one for all its answers about lateness. */
  readonly now: Date;
  /** The working days by which limits are counted, as they are known now. */
  readonly workingCalendar: () => WorkingCalendar;
  /** Whose tokens the hub takes (iss). */
  readonly trustedIssuer: string;
  readonly userKeeping: UserKeeping;
  readonly contactKeeping: ContactKeeping;
  readonly webhookSettings: WebhookSettings;
  /** Looks for words in what the caller may read. */
  readonly search: Search;
  /** Finds records of one product in what the caller may read. */
  readonly matcher: Matcher;
  /** From which the key is derived that seals the secrets of webhooks. */
  readonly maskKey: string;
}
