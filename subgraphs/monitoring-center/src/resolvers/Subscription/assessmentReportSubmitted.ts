import { eventSubscription } from '@hub/kernel/subscriptions/event-subscription.js';
import type { Context } from '../../context.js';
import type { SubscriptionResolvers } from '../../generated/graphql.js';
import { whereAssessmentReports } from '../../repository/where-assessment-reports.js';

export const assessmentReportSubmitted: SubscriptionResolvers['assessmentReportSubmitted'] = eventSubscription({
  kinds: ['AssessmentReportSubmitted'],
  key: 'AssessmentReport.id',
  filter: { type: 'AssessmentReportFilter', where: whereAssessmentReports },
  find: ({ repositories }: Context, where) => repositories.assessmentReports.findAll(where),
  as: (assessmentReport) => ({ assessmentReport }),
});
