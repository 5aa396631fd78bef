import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const regulators: QueryResolvers['regulators'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'Regulator.id',
    args,
    filterType: 'RegulatorFilter',
    where: {
      ...(filter?.level && { level: filter.level }),
      ...(filter?.regionCode && { regionCode: { startsWith: filter.regionCode } }),
    },
    orderBy: [{ regionCode: 'asc' }],
    ...context.repositories.regulators,
  });
};
