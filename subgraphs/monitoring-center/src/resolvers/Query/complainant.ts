import type { QueryResolvers } from '../../generated/graphql.js';

/** 5.1.1 a */
export const complainant: QueryResolvers['complainant'] = (_root, { id }, { loaders }) => loaders.complainant.load(id);
