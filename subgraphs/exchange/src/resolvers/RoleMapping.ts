import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, RoleMappingResolvers, RoleMappingState } from '../generated/graphql.js';

export const RoleMapping: RoleMappingResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.roleMapping.load(id),
  participant: async ({ participantId }, _args, { loaders }) => (await loaders.participant.load(participantId))!,
  state: ({ state }) => state as RoleMappingState,
  recorded: ({ recorded }) => recorded as unknown as ActRecord,
  removed: ({ removed }) => removed as unknown as ActRecord | null,
};
