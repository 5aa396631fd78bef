import type { QueryResolvers } from '../../generated/graphql.js';

export const evidenceChain: QueryResolvers['evidenceChain'] = (_root, _args, { authority, repositories }) =>
  repositories.evidence.checkChain(authority.caller.partyId);
