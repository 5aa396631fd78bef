import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { declineClusterProposal as perform } from '../../repository/decline-cluster-proposal.js';

/** 5.1.1 */
export const declineClusterProposal: MutationResolvers['declineClusterProposal'] = (_root, { items }, context) =>
  runAct(context, 'declineClusterProposal', items, perform, (id) => context.loaders.clusterProposal.load(id));
