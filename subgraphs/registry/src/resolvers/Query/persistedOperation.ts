import type { QueryResolvers } from '../../generated/graphql.js';

export const persistedOperation: QueryResolvers['persistedOperation'] = (_root, { id }, { loaders }) => loaders.persistedOperation.load(id);
