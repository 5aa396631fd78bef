import type { QueryResolvers } from '../../generated/graphql.js';

export const caseReferral: QueryResolvers['caseReferral'] = (_root, { id }, { loaders }) => loaders.caseReferral.load(id);
