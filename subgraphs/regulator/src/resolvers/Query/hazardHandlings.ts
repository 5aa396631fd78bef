import { connection } from '@hub/kernel/lists/connection.js';
import { containing } from '@hub/kernel/lists/conditions.js';
import type { HazardHandlingOrderField, QueryResolvers } from '../../generated/graphql.js';

const columns = { OPENED_AT: 'openedAt', CLOSE_BY: 'closeBy' } as const satisfies Record<HazardHandlingOrderField, string>;

export const hazardHandlings: QueryResolvers['hazardHandlings'] = (_root, args, context, info) => {
  const { filter, orderBy } = args;
  return connection(context, info, {
    key: 'HazardHandling.id',
    args,
    filterType: 'HazardHandlingFilter',
    orderType: 'HazardHandlingOrder',
    where: {
      ...(filter?.state && { state: { in: filter.state } }),
      ...(filter?.summary && { summary: containing(filter.summary) }),
      ...(filter?.number && { number: filter.number }),
      ...(filter?.closeBefore && { closeBy: { lt: filter.closeBefore } }),
    },
    orderBy: [{ [columns[orderBy?.field ?? 'OPENED_AT']]: orderBy?.direction === 'ASC' ? 'asc' : 'desc' }],
    ...context.repositories.hazardHandlings,
  });
};
