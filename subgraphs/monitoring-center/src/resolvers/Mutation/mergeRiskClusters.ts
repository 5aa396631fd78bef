import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { mergeRiskClusters as perform } from '../../repository/merge-risk-clusters.js';

/** 5.1.1 */
export const mergeRiskClusters: MutationResolvers['mergeRiskClusters'] = (_root, { items }, context) =>
  runAct(context, 'mergeRiskClusters', items, perform, (id) => context.loaders.riskCluster.load(id));
