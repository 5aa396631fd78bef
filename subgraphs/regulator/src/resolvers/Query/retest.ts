import type { QueryResolvers } from '../../generated/graphql.js';

export const retest: QueryResolvers['retest'] = (_root, { id }, { loaders }) => loaders.retest.load(id);
