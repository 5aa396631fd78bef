import type { QueryResolvers } from '../../generated/graphql.js';

export const directionFulfilment: QueryResolvers['directionFulfilment'] = (_root, { id }, { loaders }) => loaders.fulfilment.load(id);
