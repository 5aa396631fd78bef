import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereReportRestsOn } from '../../repository/where-report-rests-on.js';

export const receivedAssessmentReports: QueryResolvers['receivedAssessmentReports'] = (_root, args, context, info) =>
  connection(context, info, {
    key: 'ReceivedAssessmentReport.id',
    args,
    filterType: 'ReceivedAssessmentReportFilter',
    where: { ...(args.filter?.state && { state: { in: args.filter.state } }), ...whereReportRestsOn(args.filter) },
    orderBy: [{ receivedAt: 'desc' }],
    ...context.repositories.receivedAssessmentReports,
  });
