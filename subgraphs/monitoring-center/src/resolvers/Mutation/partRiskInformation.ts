import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { partRiskInformation as perform } from '../../repository/part-risk-information.js';

/** 5.1.1 */
export const partRiskInformation: MutationResolvers['partRiskInformation'] = (_root, { items }, context) =>
  runAct(context, 'partRiskInformation', items, perform, (id) => context.loaders.riskCluster.load(id));
