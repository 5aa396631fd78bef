import type { QueryResolvers } from '../../generated/graphql.js';

export const workPlan: QueryResolvers['workPlan'] = (_root, { id }, { loaders }) => loaders.workPlan.load(id);
