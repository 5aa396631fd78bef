import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { reviewReport } from '../../repository/review-report.js';

/** 3.3, 5.3.3 */
export const reviewInspectionReport: MutationResolvers['reviewInspectionReport'] = (_root, { items }, context) =>
  runAct(context, 'reviewInspectionReport', items, reviewReport, (id) => context.loaders.inspectionReport.load(id));
