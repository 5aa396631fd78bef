import { eventSubscription } from '@hub/kernel/subscriptions/event-subscription.js';
import type { Context } from '../../context.js';
import type { AssessmentReportFilter, SubscriptionResolvers } from '../../generated/graphql.js';
import { whereAssessmentReports } from '../../repository/where-assessment-reports.js';

export const assessmentReportSubmitted: SubscriptionResolvers['assessmentReportSubmitted'] = eventSubscription({
  kinds: ['AssessmentReportSubmitted'],
  key: 'AssessmentReport.id',
  filter: { type: 'AssessmentReportFilter', where: (filter: AssessmentReportFilter, { repositories }) => whereAssessmentReports(filter, repositories) },
  find: ({ repositories }: Context, where) => repositories.assessmentReports.findAll(where),
  as: (assessmentReport) => ({ assessmentReport }),
});
