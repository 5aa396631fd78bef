import type { QueryResolvers } from '../../generated/graphql.js';

export const riskNotice: QueryResolvers['riskNotice'] = (_root, { id }, { loaders }) => loaders.riskNotice.load(id);
