import type { QueryResolvers } from '../../generated/graphql.js';

export const resultNotice: QueryResolvers['resultNotice'] = (_root, { id }, { loaders }) => loaders.resultNotice.load(id);
