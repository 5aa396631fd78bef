import { containing } from '@hub/kernel/lists/conditions.js';
import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const riskReports: QueryResolvers['riskReports'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'RiskReport.id',
    args,
    filterType: 'RiskReportFilter',
    where: {
      ...(filter?.state && { state: { in: filter.state } }),
      ...(filter?.platformId && { holder: filter.platformId }),
      ...(filter?.productName && { productName: containing(filter.productName) }),
      ...(filter?.hazardItem && { hazardItem: containing(filter.hazardItem) }),
      ...(filter?.hazardDegree && { hazardDegree: { in: filter.hazardDegree } }),
      observedOn: {
        ...(filter?.observedFrom && { gte: midnight(filter.observedFrom) }),
        ...(filter?.observedUntil && { lte: midnight(filter.observedUntil) }),
      },
    },
    orderBy: [{ submittedAt: 'desc' }],
    ...context.repositories.riskReports,
  });
};

/** A day as the column has it. */
const midnight = (day: string) => new Date(`${day}T00:00:00Z`);
