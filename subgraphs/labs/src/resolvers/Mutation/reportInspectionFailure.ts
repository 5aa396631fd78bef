import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { reportInspectionFailure as perform } from '../../repository/report-inspection-failure.js';

/** 5.3.2 */
export const reportInspectionFailure: MutationResolvers['reportInspectionFailure'] = (_root, { items }, context) =>
  runAct(context, 'reportInspectionFailure', items, perform, (id) => context.loaders.inspectionFailure.load(id));
