import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { issueInspectionReport as perform } from '../../repository/issue-inspection-report.js';

/** 3.3, 5.3.4 */
export const issueInspectionReport: MutationResolvers['issueInspectionReport'] = (_root, { items }, context) =>
  runAct(context, 'issueInspectionReport', items, perform(context), (id) => context.loaders.inspectionReport.load(id));
