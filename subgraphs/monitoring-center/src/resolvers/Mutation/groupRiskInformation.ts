import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { groupRiskInformation as perform } from '../../repository/group-risk-information.js';

/** 5.1.1 */
export const groupRiskInformation: MutationResolvers['groupRiskInformation'] = (_root, { items }, context) =>
  runAct(context, 'groupRiskInformation', items, perform, (id) => context.loaders.riskCluster.load(id));
