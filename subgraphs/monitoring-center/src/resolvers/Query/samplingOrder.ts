import type { QueryResolvers } from '../../generated/graphql.js';

export const samplingOrder: QueryResolvers['samplingOrder'] = (_root, { id }, { loaders }) => loaders.samplingOrder.load(id);
