import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { reviseReport } from '../../repository/revise-report.js';

/** 3.3 */
export const reviseInspectionReport: MutationResolvers['reviseInspectionReport'] = (_root, { items }, context) =>
  runAct(context, 'reviseInspectionReport', items, reviseReport, (id) => context.loaders.inspectionReport.load(id));
