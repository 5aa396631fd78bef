import type { QueryResolvers } from '../../generated/graphql.js';

export const platform: QueryResolvers['platform'] = (_root, { id }, { loaders }) => loaders.platform.load(id);
