import type { QueryResolvers } from '../../generated/graphql.js';

export const registryToken: QueryResolvers['registryToken'] = (_root, { id }, { loaders }) => loaders.registryToken.load(id);
