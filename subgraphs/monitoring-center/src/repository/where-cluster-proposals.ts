import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { ClusterProposalFilter } from '../generated/graphql.js';
import type { Repositories } from './repositories.js';

/** The filter of proposals as a condition. */
export async function whereClusterProposals(filter: ClusterProposalFilter | null | undefined, { riskInformation }: Repositories): Promise<Where> {
  const { state, minimumScore, riskInformationId } = filter ?? {};
  const [record] = riskInformationId == null ? [] : await riskInformation.findAll({ id: riskInformationId });
  return {
    ...(state && { state: { in: state } }),
    ...(minimumScore != null && { score: { gte: minimumScore } }),
    ...(riskInformationId != null && { OR: [{ one: record?.document ?? '' }, { other: record?.document ?? '' }] }),
  };
}
