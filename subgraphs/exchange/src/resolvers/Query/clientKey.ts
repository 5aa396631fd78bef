import type { QueryResolvers } from '../../generated/graphql.js';

export const clientKey: QueryResolvers['clientKey'] = (_root, { id }, { loaders }) => loaders.clientKey.load(id);
