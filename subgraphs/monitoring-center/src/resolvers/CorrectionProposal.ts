import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { SellerContent } from '../domain/seller-content.js';
import type { ActRecord, CorrectionKind, CorrectionProposalResolvers, CorrectionProposalState } from '../generated/graphql.js';

export const CorrectionProposal: CorrectionProposalResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.correctionProposal.load(id),
  kind: ({ kind }) => kind as CorrectionKind,
  askedOf: ({ askedOf }) => ({ id: askedOf }),
  center: ({ holder }) => ({ id: holder }),
  commission: ({ commissionId }, _args, { loaders }) => (commissionId === null ? null : loaders.inspectionCommission.load(commissionId)),
  // A lab sees of two samples that bear each other's labels only what it was given.
  samples: async ({ sampleIds }, _args, { loaders }) => (await Promise.all(sampleIds.map((id) => loaders.sample.load(id)))).filter((sample) => sample !== null),
  monitoringData: ({ monitoringDataId }, _args, { loaders }) => (monitoringDataId === null ? null : loaders.monitoringData.load(monitoringDataId)),
  seller: ({ seller }) => {
    if (seller === null) return null;
    const { sellerRegion, ...named } = seller as unknown as SellerContent;
    return { ...named, sellerRegion: { code: sellerRegion } };
  },
  proposed: ({ proposed }) => proposed as unknown as ActRecord,
  state: ({ state }) => state as CorrectionProposalState,
  withdrawn: ({ withdrawn }) => withdrawn as unknown as ActRecord | null,
};
