import { catalogue } from '@hub/schema/generated/catalogue.js';
import { sharedResources } from '../../repository/shared-resources.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const resourceCatalog: QueryResolvers['resourceCatalog'] = (_root, args) => sharedResources(catalogue, args);
