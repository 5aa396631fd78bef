import type { QueryResolvers } from '../../generated/graphql.js';

export const receivedResultNotice: QueryResolvers['receivedResultNotice'] = (_root, { id }, { loaders }) => loaders.receivedResultNotice.load(id);
