import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const assessments: QueryResolvers['assessments'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'Assessment.id',
    args,
    filterType: 'AssessmentFilter',
    where: {
      ...(filter?.state && { state: { in: filter.state } }),
      ...(filter?.spread && { spread: { in: filter.spread } }),
      ...(filter?.harmLevel && { harmLevel: { in: filter.harmLevel } }),
      ...(filter?.riskInformationId && { recordIds: { has: filter.riskInformationId } }),
      ...(filter?.clusterId && { clusterId: filter.clusterId }),
    },
    orderBy: [{ assessedAt: 'desc' }],
    ...context.repositories.assessments,
  });
};
