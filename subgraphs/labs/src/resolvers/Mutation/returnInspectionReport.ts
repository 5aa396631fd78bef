import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { returnInspectionReport as perform } from '../../repository/return-inspection-report.js';

/** 3.3 */
export const returnInspectionReport: MutationResolvers['returnInspectionReport'] = (_root, { items }, context) =>
  runAct(context, 'returnInspectionReport', items, perform, (id) => context.loaders.inspectionReport.load(id));
