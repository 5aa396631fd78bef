import type { QueryResolvers } from '../../generated/graphql.js';

export const listing: QueryResolvers['listing'] = (_root, { id }, { loaders }) => loaders.listing.load(id);
