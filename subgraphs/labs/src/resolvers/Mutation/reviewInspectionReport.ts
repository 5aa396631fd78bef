import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { reviewInspectionReport as perform } from '../../repository/review-inspection-report.js';

/** 3.3, 5.3.3 */
export const reviewInspectionReport: MutationResolvers['reviewInspectionReport'] = (_root, { items }, context) =>
  runAct(context, 'reviewInspectionReport', items, perform, (id) => context.loaders.inspectionReport.load(id));
