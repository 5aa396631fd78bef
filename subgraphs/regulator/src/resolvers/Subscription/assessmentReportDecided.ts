import { eventSubscription } from '@hub/kernel/subscriptions/event-subscription.js';
import type { Context } from '../../context.js';
import type { SubscriptionResolvers } from '../../generated/graphql.js';

export const assessmentReportDecided: SubscriptionResolvers['assessmentReportDecided'] = eventSubscription({
  kinds: ['AssessmentReportDecided'],
  key: 'AssessmentReportDecision.id',
  find: ({ repositories }: Context, where) => repositories.assessmentReportDecisions.findAll(where),
  as: (assessmentReportDecision) => ({ assessmentReportDecision }),
});
