import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { reviseInspectionReport as perform } from '../../repository/revise-inspection-report.js';

/** 3.3 */
export const reviseInspectionReport: MutationResolvers['reviseInspectionReport'] = (_root, { items }, context) =>
  runAct(context, 'reviseInspectionReport', items, perform, (id) => context.loaders.inspectionReport.load(id));
