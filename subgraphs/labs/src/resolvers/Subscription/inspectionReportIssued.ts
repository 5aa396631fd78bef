import { eventSubscription } from '@hub/kernel/subscriptions/event-subscription.js';
import type { Context } from '../../context.js';
import type { SubscriptionResolvers } from '../../generated/graphql.js';
import { whereInspectionReports } from '../../repository/where-inspection-reports.js';

export const inspectionReportIssued: SubscriptionResolvers['inspectionReportIssued'] = eventSubscription({
  kinds: ['InspectionReportIssued'],
  key: 'InspectionReport.id',
  filter: { type: 'InspectionReportFilter', where: whereInspectionReports },
  find: ({ repositories }: Context, where) => repositories.inspectionReports.findAll(where),
  as: (inspectionReport) => ({ inspectionReport }),
});
