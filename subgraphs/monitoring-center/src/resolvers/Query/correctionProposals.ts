import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereCorrectionProposals } from '../../repository/where-correction-proposals.js';

export const correctionProposals: QueryResolvers['correctionProposals'] = (_root, args, context, info) =>
  connection(context, info, {
    key: 'CorrectionProposal.id',
    args,
    filterType: 'CorrectionProposalFilter',
    where: whereCorrectionProposals(args.filter),
    orderBy: [{ proposedAt: 'desc' }],
    ...context.repositories.correctionProposals,
  });
