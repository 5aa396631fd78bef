import type { QueryResolvers } from '../../generated/graphql.js';

export const riskInformation: QueryResolvers['riskInformation'] = (_root, { id }, { loaders }) => loaders.riskInformation.load(id);
