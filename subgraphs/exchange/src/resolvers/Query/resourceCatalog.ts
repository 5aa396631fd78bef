import { catalogue } from '@hub/schema/generated/catalogue.js';
import { sharedResources } from '../../domain/shared-resources.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const resourceCatalog: QueryResolvers['resourceCatalog'] = (_root, args) => sharedResources(catalogue, args);
