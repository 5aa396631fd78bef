import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, ParticipantUserResolvers } from '../generated/graphql.js';

export const ParticipantUser: ParticipantUserResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.participantUser.load(id),
  name: ({ id, sealedName }, _args, { loaders }) => loaders.userName.load({ personId: id, sealed: sealedName }),
  erased: ({ erased }) => erased as unknown as ActRecord | null,
  participant: async ({ participantId }, _args, { loaders }) => (await loaders.participant.load(participantId))!,
};
