import type { QueryResolvers } from '../../generated/graphql.js';

export const importRun: QueryResolvers['importRun'] = (_root, { id }, { loaders }) => loaders.importRun.load(id);
