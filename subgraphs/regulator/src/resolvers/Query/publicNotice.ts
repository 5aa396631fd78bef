import type { QueryResolvers } from '../../generated/graphql.js';

export const publicNotice: QueryResolvers['publicNotice'] = (_root, { id }, { loaders }) => loaders.publicNotice.load(id);
