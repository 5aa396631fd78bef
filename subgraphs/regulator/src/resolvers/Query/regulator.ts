import type { QueryResolvers } from '../../generated/graphql.js';

export const regulator: QueryResolvers['regulator'] = (_root, { id }, { loaders }) => loaders.regulator.load(id);
