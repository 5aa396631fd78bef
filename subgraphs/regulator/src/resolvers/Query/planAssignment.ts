import type { QueryResolvers } from '../../generated/graphql.js';

export const planAssignment: QueryResolvers['planAssignment'] = (_root, { id }, { loaders }) => loaders.planAssignment.load(id);
