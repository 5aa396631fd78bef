import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereAssessmentReports } from '../../repository/where-assessment-reports.js';

export const assessmentReports: QueryResolvers['assessmentReports'] = (_root, args, context, info) => {
  return connection(context, info, {
    key: 'AssessmentReport.id',
    args,
    filterType: 'AssessmentReportFilter',
    where: whereAssessmentReports(args.filter),
    orderBy: [{ submittedAt: 'desc' }],
    ...context.repositories.assessmentReports,
  });
};
