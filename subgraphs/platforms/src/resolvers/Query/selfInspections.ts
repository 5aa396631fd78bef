import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const selfInspections: QueryResolvers['selfInspections'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'SelfInspection.id',
    args,
    filterType: 'SelfInspectionFilter',
    where: {
      ...(filter?.state && { state: { in: filter.state } }),
      ...(filter?.monitoringDataId && { monitoringDataId: filter.monitoringDataId }),
      ...(filter?.evidenceHash && { evidence: { array_contains: [{ hash: filter.evidenceHash }] } }),
      ...(filter?.rectificationEvidenceHash && { rectificationEvidence: { array_contains: [{ hash: filter.rectificationEvidenceHash }] } }),
      ...(filter?.platformId && { platformId: filter.platformId }),
    },
    orderBy: [{ filedAt: 'desc' }],
    ...context.repositories.selfInspections,
  });
};
