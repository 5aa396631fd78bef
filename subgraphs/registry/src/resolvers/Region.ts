import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { RegionLevel, RegionResolvers } from '../generated/graphql.js';

export const Region: RegionResolvers & EntityReference<Context, 'code'> = {
  __resolveReference: ({ code }, { loaders }) => loaders.region.load(code),
  level: ({ level }) => level as RegionLevel,
  parent: ({ parentCode }, _args, { loaders }) => (parentCode === null ? null : loaders.region.load(parentCode)),
  successors: async ({ successors }, _args, { loaders }) => {
    const found = await Promise.all(successors.map((code) => loaders.region.load(code)));
    return found.filter((region) => region !== null);
  },
};
