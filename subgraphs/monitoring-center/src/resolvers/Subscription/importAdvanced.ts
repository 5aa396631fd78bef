import { eventSubscription } from '@hub/kernel/subscriptions/event-subscription.js';
import type { Context } from '../../context.js';
import type { SubscriptionResolvers } from '../../generated/graphql.js';
import { whereImportRuns } from '../../repository/where-import-runs.js';

export const importAdvanced: SubscriptionResolvers['importAdvanced'] = eventSubscription({
  kinds: ['ImportStarted', 'ImportAdvanced', 'ImportCompleted', 'ImportRefused', 'ImportCancelled'],
  key: 'ImportRun.id',
  filter: { type: 'ImportRunFilter', where: whereImportRuns },
  find: ({ repositories }: Context, where) => repositories.importRuns.findAll(where),
  as: (importRun) => ({ importRun }),
});
