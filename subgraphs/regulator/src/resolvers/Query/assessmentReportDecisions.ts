import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereAssessmentReportDecisions } from '../../repository/where-assessment-report-decisions.js';

export const assessmentReportDecisions: QueryResolvers['assessmentReportDecisions'] = async (_root, args, context, info) =>
  connection(context, info, {
    key: 'AssessmentReportDecision.id',
    args,
    filterType: 'AssessmentReportDecisionFilter',
    where: await whereAssessmentReportDecisions(args.filter, context.repositories),
    // Ids are in the order of time (RFC 9562, version 7).
    orderBy: [{ id: 'desc' }],
    ...context.repositories.assessmentReportDecisions,
  });
