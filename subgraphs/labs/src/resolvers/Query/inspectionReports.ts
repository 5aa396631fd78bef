import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const inspectionReports: QueryResolvers['inspectionReports'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'InspectionReport.id',
    args,
    filterType: 'InspectionReportFilter',
    where: {
      ...(filter?.state && { state: { in: filter.state } }),
      ...(filter?.conclusion && { conclusion: { in: filter.conclusion } }),
      ...(filter?.commissionId && { commissionId: filter.commissionId }),
      ...(filter?.document && { document: filter.document }),
      ...(filter?.late != null && { lateReason: filter.late ? { not: null } : null }),
      ...(filter?.number && { number: filter.number }),
      ...((filter?.issuedFrom || filter?.issuedUntil) && {
        issuedAt: { ...(filter.issuedFrom && { gte: filter.issuedFrom }), ...(filter.issuedUntil && { lt: filter.issuedUntil }) },
      }),
    },
    orderBy: [{ preparedAt: 'desc' }],
    ...context.repositories.inspectionReports,
  });
};
