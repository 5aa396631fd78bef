import type { QueryResolvers } from '../../generated/graphql.js';

export const hazardDirection: QueryResolvers['hazardDirection'] = (_root, { id }, { loaders }) => loaders.hazardDirection.load(id);
