import type { QueryResolvers } from '../../generated/graphql.js';

export const signingKey: QueryResolvers['signingKey'] = (_root, { id }, { loaders }) => loaders.signingKey.load(id);
