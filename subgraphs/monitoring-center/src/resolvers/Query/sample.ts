import type { QueryResolvers } from '../../generated/graphql.js';

export const sample: QueryResolvers['sample'] = (_root, { id }, { loaders }) => loaders.sample.load(id);
