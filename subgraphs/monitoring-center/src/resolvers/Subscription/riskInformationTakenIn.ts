import { eventSubscription } from '@hub/kernel/subscriptions/event-subscription.js';
import type { Context } from '../../context.js';
import type { RiskInformationFilter, SubscriptionResolvers } from '../../generated/graphql.js';
import { whereRiskInformation } from '../../repository/where-risk-information.js';

export const riskInformationTakenIn: SubscriptionResolvers['riskInformationTakenIn'] = eventSubscription({
  kinds: ['RiskInformationTakenIn', 'RiskInformationBatchTakenIn'],
  key: 'RiskInformation.id',
  // What was superseded meanwhile was taken in all the same.
  filter: {
    type: 'RiskInformationFilter',
    where: (filter: RiskInformationFilter, { repositories }) => whereRiskInformation({ includeSuperseded: true, ...filter }, repositories),
  },
  find: ({ repositories }: Context, where) => repositories.riskInformation.findAll(where),
  as: (riskInformation) => ({ riskInformation }),
});
