import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const inspectionReports: QueryResolvers['inspectionReports'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'InspectionReport.id',
    args,
    filterType: 'InspectionReportFilter',
    where: {
      ...(filter?.conclusion && { conclusion: { in: filter.conclusion } }),
      ...(filter?.commissionId && { commissionId: filter.commissionId }),
      ...(filter?.number && { number: filter.number }),
      issuedAt: { ...(filter?.issuedFrom && { gte: filter.issuedFrom }), ...(filter?.issuedUntil && { lt: filter.issuedUntil }) },
    },
    orderBy: [{ issuedAt: 'desc' }],
    ...context.repositories.inspectionReports,
  });
};
