import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, DelegationResolvers, DelegationState } from '../generated/graphql.js';

export const Delegation: DelegationResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.delegation.load(id),
  delegator: ({ delegatorId }, _args, { loaders }) => loaders.participantUser.load(delegatorId),
  delegate: ({ delegateId }, _args, { loaders }) => loaders.participantUser.load(delegateId),
  state: ({ state }) => state as DelegationState,
  inForce: ({ id }, _args, { loaders }) => loaders.delegationsInForce.load(id),
  delegated: ({ delegated }) => delegated as unknown as ActRecord,
  ended: ({ ended }) => ended as unknown as ActRecord | null,
};
