import { connection } from '@hub/kernel/lists/connection.js';
import type { HazardHandlingOrderField, QueryResolvers } from '../../generated/graphql.js';
import { whereHazardHandlings } from '../../repository/where-hazard-handlings.js';

const columns = { OPENED_AT: 'openedAt', CLOSE_BY: 'closeBy' } as const satisfies Record<HazardHandlingOrderField, string>;

export const hazardHandlings: QueryResolvers['hazardHandlings'] = async (_root, args, context, info) => {
  const { orderBy } = args;
  return connection(context, info, {
    key: 'HazardHandling.id',
    args,
    filterType: 'HazardHandlingFilter',
    orderType: 'HazardHandlingOrder',
    where: whereHazardHandlings(args.filter, context.authority),
    orderBy: [{ [columns[orderBy?.field ?? 'OPENED_AT']]: orderBy?.direction === 'ASC' ? 'asc' : 'desc' }],
    ...context.repositories.hazardHandlings,
  });
};
