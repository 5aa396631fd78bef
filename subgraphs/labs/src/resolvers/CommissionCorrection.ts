import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, CommissionCorrectionKind, CommissionCorrectionResolvers, CorrectedSample, CommissionCorrectionState, ResolversParentTypes } from '../generated/graphql.js';

export const CommissionCorrection: CommissionCorrectionResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.commissionCorrection.load(id),
  kind: ({ kind }) => kind as CommissionCorrectionKind,
  // The centre commissions only labs whose scope it knows, and it knows them from here.
  lab: ({ holder }, _args, { loaders }) => loaders.lab.load(holder) as Promise<ResolversParentTypes['Lab']>,
  center: ({ centerId }) => ({ id: centerId }),
  commissions: ({ commissionIds }) => commissionIds.map((id) => ({ id })),
  samples: ({ samples }) => samples as unknown as CorrectedSample[],
  state: ({ state }) => state as CommissionCorrectionState,
  answered: ({ answered }) => answered as unknown as ActRecord | null,
};
