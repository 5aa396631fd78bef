import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { SampleResolvers, SampleState } from '../generated/graphql.js';

export const Sample: SampleResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.sample.load(id),
  state: ({ state }) => state as SampleState,
  purchase: ({ purchaseId }, _args, { loaders }) => loaders.purchase.load(purchaseId),
  commission: ({ commissionId }, _args, { loaders }) => (commissionId === null ? null : loaders.inspectionCommission.load(commissionId)),
};
