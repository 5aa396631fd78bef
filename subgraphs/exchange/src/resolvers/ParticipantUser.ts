import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ParticipantUserResolvers } from '../generated/graphql.js';

export const ParticipantUser: ParticipantUserResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.participantUser.load(id),
  participant: async ({ participantId }, _args, { loaders }) => (await loaders.participant.load(participantId))!,
};
