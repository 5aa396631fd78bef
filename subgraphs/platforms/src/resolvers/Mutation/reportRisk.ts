import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { reportRisk as perform } from '../../repository/report-risk.js';

/** 3.4 a */
export const reportRisk: MutationResolvers['reportRisk'] = (_root, { items }, context) =>
  runAct(context, 'reportRisk', items, perform, (id) => context.loaders.riskReport.load(id));
