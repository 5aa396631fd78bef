import { connection } from '@hub/kernel/lists/connection.js';
import { containing } from '@hub/kernel/lists/conditions.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const assessmentReports: QueryResolvers['assessmentReports'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'AssessmentReport.id',
    args,
    filterType: 'AssessmentReportFilter',
    where: {
      ...(filter?.state && { state: { in: filter.state } }),
      ...(filter?.title && { title: containing(filter.title) }),
    },
    orderBy: [{ submittedAt: 'desc' }],
    ...context.repositories.assessmentReports,
  });
};
