import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereClusterProposals } from '../../repository/where-cluster-proposals.js';

export const clusterProposals: QueryResolvers['clusterProposals'] = async (_root, args, context, info) =>
  connection(context, info, {
    key: 'ClusterProposal.id',
    args,
    filterType: 'ClusterProposalFilter',
    where: await whereClusterProposals(args.filter, context.repositories),
    orderBy: [{ score: 'desc' }],
    ...context.repositories.clusterProposals,
  });
