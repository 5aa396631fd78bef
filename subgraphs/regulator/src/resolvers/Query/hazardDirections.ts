import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const hazardDirections: QueryResolvers['hazardDirections'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'HazardDirection.id',
    args,
    filterType: 'HazardDirectionFilter',
    where: {
      ...(filter?.state && { state: { in: filter.state } }),
      ...(filter?.kind && { kind: { in: filter.kind } }),
      ...(filter?.addresseeKind && { addresseeKind: { in: filter.addresseeKind } }),
      ...(filter?.addresseeId && { addresseeId: filter.addresseeId }),
      ...(filter?.handlingId && { handlingId: filter.handlingId }),
      ...(filter?.evidenceHash && { answers: { array_contains: [{ evidence: [{ hash: filter.evidenceHash }] }] } }),
      ...(filter?.dueBefore && { dueAt: { lt: filter.dueBefore } }),
    },
    orderBy: [{ issuedAt: 'desc' }],
    ...context.repositories.hazardDirections,
  });
};
