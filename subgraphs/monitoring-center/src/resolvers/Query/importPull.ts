import type { QueryResolvers } from '../../generated/graphql.js';

export const importPull: QueryResolvers['importPull'] = (_root, { id }, { loaders }) => loaders.importPull.load(id);
