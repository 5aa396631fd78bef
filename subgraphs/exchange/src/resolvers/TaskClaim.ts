import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, TaskClaimResolvers, TaskClaimState } from '../generated/graphql.js';

export const TaskClaim: TaskClaimResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.taskClaim.load(id),
  duty: ({ dutyId }, _args, { loaders }) => loaders.duty.load(dutyId),
  claimedBy: ({ claimedById }, _args, { loaders }) => loaders.participantUser.load(claimedById),
  onBehalfOf: ({ onBehalfOfId }, _args, { loaders }) => (onBehalfOfId === null ? null : loaders.participantUser.load(onBehalfOfId)),
  claimed: ({ claimed }) => claimed as unknown as ActRecord,
  state: ({ state }) => state as TaskClaimState,
};
