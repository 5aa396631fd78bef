import { eventSubscription } from '@hub/kernel/subscriptions/event-subscription.js';
import type { Context } from '../../context.js';
import type { SubscriptionResolvers } from '../../generated/graphql.js';
import { whereInspectionFailures } from '../../repository/where-inspection-failures.js';

export const inspectionFailed: SubscriptionResolvers['inspectionFailed'] = eventSubscription({
  kinds: ['InspectionFailed'],
  key: 'InspectionFailure.id',
  filter: { type: 'InspectionFailureFilter', where: whereInspectionFailures },
  find: ({ repositories }: Context, where) => repositories.inspectionFailures.findAll(where),
  as: (inspectionFailure) => ({ inspectionFailure }),
});
