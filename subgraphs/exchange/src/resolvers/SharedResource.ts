import type { SharedResourceResolvers } from '../generated/graphql.js';

export const SharedResource: SharedResourceResolvers = {
  records: async ({ type }, _args, { loaders }) => {
    const counted = await loaders.countedResource.load(type);
    return counted === undefined ? null : (counted[0]?.total ?? null);
  },
  newestChange: async ({ type }, _args, { loaders }) => (await loaders.countedResource.load(type))?.[0]?.newestOfAll ?? null,
  holdings: async ({ type }, _args, { loaders }) => {
    const counted = await loaders.countedResource.load(type);
    return counted?.map(({ holder, records, newestChange }) => ({ holderId: holder, records, newestChange })) ?? null;
  },
};
