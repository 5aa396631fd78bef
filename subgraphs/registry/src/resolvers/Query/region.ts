import type { QueryResolvers } from '../../generated/graphql.js';

export const region: QueryResolvers['region'] = (_root, { code }, { loaders }) => loaders.region.load(code);
