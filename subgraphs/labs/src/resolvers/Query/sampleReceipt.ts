import type { QueryResolvers } from '../../generated/graphql.js';

export const sampleReceipt: QueryResolvers['sampleReceipt'] = (_root, { id }, { loaders }) => loaders.sampleReceipt.load(id);
