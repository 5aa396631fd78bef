import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereAssessmentReports } from '../../repository/where-assessment-reports.js';

export const assessmentReports: QueryResolvers['assessmentReports'] = async (_root, args, context, info) => {
  return connection(context, info, {
    key: 'AssessmentReport.id',
    args,
    filterType: 'AssessmentReportFilter',
    where: await whereAssessmentReports(args.filter, context.repositories),
    orderBy: [{ submittedAt: 'desc' }],
    ...context.repositories.assessmentReports,
  });
};
