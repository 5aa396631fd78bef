import type { QueryResolvers } from '../../generated/graphql.js';

export const assessmentReport: QueryResolvers['assessmentReport'] = (_root, { id }, { loaders }) => loaders.assessmentReport.load(id);
