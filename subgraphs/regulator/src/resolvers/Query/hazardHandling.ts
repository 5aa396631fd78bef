import type { QueryResolvers } from '../../generated/graphql.js';

export const hazardHandling: QueryResolvers['hazardHandling'] = (_root, { id }, { loaders }) => loaders.hazardHandling.load(id);
