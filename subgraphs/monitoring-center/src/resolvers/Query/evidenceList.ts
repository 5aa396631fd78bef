import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const evidenceList: QueryResolvers['evidenceList'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'Evidence.id',
    args,
    filterType: 'EvidenceFilter',
    where: {
      ...(filter?.sampleId && { sampleId: filter.sampleId }),
      ...(filter?.kind && { kind: { in: filter.kind } }),
      ...(filter?.fileHash && { files: { array_contains: [{ hash: filter.fileHash }] } }),
    },
    orderBy: [{ sequence: 'desc' }],
    ...context.repositories.evidence,
  });
};
