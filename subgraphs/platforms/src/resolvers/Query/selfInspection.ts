import type { QueryResolvers } from '../../generated/graphql.js';

export const selfInspection: QueryResolvers['selfInspection'] = (_root, { id }, { loaders }) => loaders.selfInspection.load(id);
