import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, CommissionAcceptanceResolvers, CommissionAcceptanceState, ResolversParentTypes } from '../generated/graphql.js';

export const CommissionAcceptance: CommissionAcceptanceResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.commissionAcceptance.load(id),
  commission: ({ id }) => ({ id }),
  // The centre commissions only labs whose scope it knows, and it knows them from here.
  lab: ({ holder }, _args, { loaders }) => loaders.lab.load(holder) as Promise<ResolversParentTypes['Lab']>,
  state: ({ state }) => state as CommissionAcceptanceState,
  answered: ({ answered }) => answered as unknown as ActRecord | null,
};
