import type { QueryResolvers } from '../../generated/graphql.js';

export const schemaCheck: QueryResolvers['schemaCheck'] = (_root, { id }, { loaders }) => loaders.schemaCheck.load(id);
