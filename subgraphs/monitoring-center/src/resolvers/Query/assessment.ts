import type { QueryResolvers } from '../../generated/graphql.js';

export const assessment: QueryResolvers['assessment'] = (_root, { id }, { loaders }) => loaders.assessment.load(id);
