import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { LikenessReason } from '../domain/likeness.js';
import type { ActRecord, ClusterProposalResolvers, ClusterProposalState } from '../generated/graphql.js';

export const ClusterProposal: ClusterProposalResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.clusterProposal.load(id),
  reasons: ({ reasons }) => (reasons as unknown as LikenessReason[]).map(({ kind, evidence }) => ({ kind, evidence: [...evidence] })),
  records: async ({ one, other }, _args, { loaders }) => (await Promise.all([one, other].map((document) => loaders.riskInformationOfDocument.load(document)))).flat(),
  decided: ({ decided }) => decided as unknown as ActRecord | null,
  state: ({ state }) => state as ClusterProposalState,
};
