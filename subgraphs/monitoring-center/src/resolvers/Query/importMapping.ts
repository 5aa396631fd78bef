import type { QueryResolvers } from '../../generated/graphql.js';

export const importMapping: QueryResolvers['importMapping'] = (_root, { id }, { loaders }) => loaders.importMapping.load(id);
