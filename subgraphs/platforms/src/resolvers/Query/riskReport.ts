import type { QueryResolvers } from '../../generated/graphql.js';

export const riskReport: QueryResolvers['riskReport'] = (_root, { id }, { loaders }) => loaders.riskReport.load(id);
