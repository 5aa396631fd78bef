import type { QueryResolvers } from '../../generated/graphql.js';

export const inspectionFailure: QueryResolvers['inspectionFailure'] = (_root, { id }, { loaders }) => loaders.inspectionFailure.load(id);
