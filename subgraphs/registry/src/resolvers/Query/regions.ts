import { containing } from '@hub/kernel/lists/conditions.js';
import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const regions: QueryResolvers['regions'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'Region.code',
    args,
    filterType: 'RegionFilter',
    where: {
      ...(filter?.name && { name: containing(filter.name) }),
      ...(filter?.level && { level: filter.level }),
      ...(filter?.current != null && { current: filter.current }),
      ...(filter?.parentCode && { parentCode: filter.parentCode }),
    },
    // By code, which is the key.
    orderBy: [],
    ...context.repositories.regions,
  });
};
