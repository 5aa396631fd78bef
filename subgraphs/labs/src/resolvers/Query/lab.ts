import type { QueryResolvers } from '../../generated/graphql.js';

export const lab: QueryResolvers['lab'] = (_root, { id }, { loaders }) => loaders.lab.load(id);
