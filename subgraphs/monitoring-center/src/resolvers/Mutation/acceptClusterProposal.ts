import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { acceptClusterProposal as perform } from '../../repository/accept-cluster-proposal.js';

/** 5.1.1 */
export const acceptClusterProposal: MutationResolvers['acceptClusterProposal'] = (_root, { items }, context) =>
  runAct(context, 'acceptClusterProposal', items, perform, (id) => context.loaders.clusterProposal.load(id));
