import type { QueryResolvers } from '../../generated/graphql.js';

export const schemaVersion: QueryResolvers['schemaVersion'] = (_root, { id }, { loaders }) => loaders.schemaVersion.load(id);
