import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const schemaProposals: QueryResolvers['schemaProposals'] = (_root, args, context, info) =>
  connection(context, info, {
    key: 'SchemaProposal.id',
    args,
    filterType: 'SchemaProposalFilter',
    where: { ...(args.filter?.state && { state: args.filter.state }) },
    orderBy: [{ proposedAt: 'desc' }],
    ...context.repositories.schemaProposals,
  });
