import { catalogue } from '@hub/schema/generated/catalogue.js';
import { sharedResources } from '../../repository/shared-resources.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const resourceCatalog: QueryResolvers['resourceCatalog'] = async (_root, args, { repositories, now }) => {
  const owners = new Map((await repositories.ownersHeard()).filter(({ at }) => at.getTime() > 0).map(({ owner, at }) => [owner, at]));
  return sharedResources(catalogue, args, { owners, now });
};
