import { connection } from '@hub/kernel/lists/connection.js';
import type { InspectionCommissionOrderField, QueryResolvers } from '../../generated/graphql.js';
import { whereInspectionCommissions } from '../../repository/where-inspection-commissions.js';

const columns = {
  COMMISSIONED_AT: 'commissionedAt',
  AGREED_DUE_AT: 'agreedDueAt',
} as const satisfies Record<InspectionCommissionOrderField, string>;

export const inspectionCommissions: QueryResolvers['inspectionCommissions'] = (_root, args, context, info) => {
  const { orderBy } = args;
  return connection(context, info, {
    key: 'InspectionCommission.id',
    args,
    filterType: 'InspectionCommissionFilter',
    orderType: 'InspectionCommissionOrder',
    where: whereInspectionCommissions(args.filter),
    orderBy: [{ [columns[orderBy?.field ?? 'COMMISSIONED_AT']]: orderBy?.direction === 'ASC' ? 'asc' : 'desc' }],
    ...context.repositories.inspectionCommissions,
  });
};
