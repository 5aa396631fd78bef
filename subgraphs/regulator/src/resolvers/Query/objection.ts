import type { QueryResolvers } from '../../generated/graphql.js';

export const objection: QueryResolvers['objection'] = (_root, { id }, { loaders }) => loaders.objection.load(id);
