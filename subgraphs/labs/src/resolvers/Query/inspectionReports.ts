import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereInspectionReports } from '../../repository/where-inspection-reports.js';

export const inspectionReports: QueryResolvers['inspectionReports'] = (_root, args, context, info) => {
  return connection(context, info, {
    key: 'InspectionReport.id',
    args,
    filterType: 'InspectionReportFilter',
    where: whereInspectionReports(args.filter),
    orderBy: [{ preparedAt: 'desc' }],
    ...context.repositories.inspectionReports,
  });
};
