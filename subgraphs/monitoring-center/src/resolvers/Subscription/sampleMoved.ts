import { eventSubscription } from '@hub/kernel/subscriptions/event-subscription.js';
import type { Context } from '../../context.js';
import type { SubscriptionResolvers } from '../../generated/graphql.js';
import { whereSamples } from '../../repository/where-samples.js';

export const sampleMoved: SubscriptionResolvers['sampleMoved'] = eventSubscription({
  kinds: ['SampleMoved', 'SampleDispatched', 'InspectionReportReceived'],
  key: 'Sample.id',
  filter: { type: 'SampleFilter', where: whereSamples },
  find: ({ repositories }: Context, where) => repositories.samples.findAll(where),
  as: (sample) => ({ sample }),
});
