import type { QueryResolvers } from '../../generated/graphql.js';

export const participant: QueryResolvers['participant'] = (_root, { id }, { loaders }) => loaders.participant.load(id);
