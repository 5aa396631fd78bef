import { connection } from '@hub/kernel/lists/connection.js';
import type { InspectionCommissionOrderField, QueryResolvers } from '../../generated/graphql.js';

const columns = {
  COMMISSIONED_AT: 'commissionedAt',
  AGREED_DUE_AT: 'agreedDueAt',
} as const satisfies Record<InspectionCommissionOrderField, string>;

export const inspectionCommissions: QueryResolvers['inspectionCommissions'] = (_root, args, context, info) => {
  const { filter, orderBy } = args;
  return connection(context, info, {
    key: 'InspectionCommission.id',
    args,
    filterType: 'InspectionCommissionFilter',
    orderType: 'InspectionCommissionOrder',
    where: {
      ...(filter?.state && { state: { in: filter.state } }),
      ...(filter?.labId && { labId: filter.labId }),
      ...(filter?.planId && { planId: filter.planId }),
      ...(filter?.dueBefore && { agreedDueAt: { lt: filter.dueBefore } }),
    },
    orderBy: [{ [columns[orderBy?.field ?? 'COMMISSIONED_AT']]: orderBy?.direction === 'ASC' ? 'asc' : 'desc' }],
    ...context.repositories.inspectionCommissions,
  });
};
