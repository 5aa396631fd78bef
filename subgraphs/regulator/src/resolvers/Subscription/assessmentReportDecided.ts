import { eventSubscription } from '@hub/kernel/subscriptions/event-subscription.js';
import type { Context } from '../../context.js';
import type { AssessmentReportDecisionFilter, SubscriptionResolvers } from '../../generated/graphql.js';
import { whereAssessmentReportDecisions } from '../../repository/where-assessment-report-decisions.js';

export const assessmentReportDecided: SubscriptionResolvers['assessmentReportDecided'] = eventSubscription({
  kinds: ['AssessmentReportDecided'],
  key: 'AssessmentReportDecision.id',
  filter: {
    type: 'AssessmentReportDecisionFilter',
    where: (filter: AssessmentReportDecisionFilter, { repositories }) => whereAssessmentReportDecisions(filter, repositories),
  },
  find: ({ repositories }: Context, where) => repositories.assessmentReportDecisions.findAll(where),
  as: (assessmentReportDecision) => ({ assessmentReportDecision }),
});
