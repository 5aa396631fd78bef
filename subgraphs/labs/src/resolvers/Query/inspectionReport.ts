import type { QueryResolvers } from '../../generated/graphql.js';

export const inspectionReport: QueryResolvers['inspectionReport'] = (_root, { id }, { loaders }) => loaders.inspectionReport.load(id);
