import { eventSubscription } from '@hub/kernel/subscriptions/event-subscription.js';
import type { Context } from '../../context.js';
import type { SubscriptionResolvers } from '../../generated/graphql.js';
import { whereInspectionCommissions } from '../../repository/where-inspection-commissions.js';

export const inspectionCommissioned: SubscriptionResolvers['inspectionCommissioned'] = eventSubscription({
  kinds: ['InspectionCommissioned'],
  key: 'InspectionCommission.id',
  filter: { type: 'InspectionCommissionFilter', where: whereInspectionCommissions },
  find: ({ repositories }: Context, where) => repositories.inspectionCommissions.findAll(where),
  as: (inspectionCommission) => ({ inspectionCommission }),
});
