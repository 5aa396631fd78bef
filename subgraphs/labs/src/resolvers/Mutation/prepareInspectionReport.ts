import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { prepareInspectionReport as perform } from '../../repository/prepare-inspection-report.js';

/** 3.3, 5.3.4 */
export const prepareInspectionReport: MutationResolvers['prepareInspectionReport'] = (_root, { items }, context) =>
  runAct(context, 'prepareInspectionReport', items, perform, (id) => context.loaders.inspectionReport.load(id));
