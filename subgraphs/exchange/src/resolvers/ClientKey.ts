import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, ClientKeyResolvers, ClientKeyState, ResolversParentTypes } from '../generated/graphql.js';

export const ClientKey: ClientKeyResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.clientKey.load(id),
  // Of the same party, for the same readers.
  user: ({ userId }, _args, { loaders }) => loaders.participantUser.load(userId) as Promise<ResolversParentTypes['ParticipantUser']>,
  publicJwk: ({ publicJwk }) => JSON.stringify(publicJwk),
  state: ({ state }) => state as ClientKeyState,
  issued: ({ issued }) => issued as unknown as ActRecord,
  replacedBy: ({ replacedById }, _args, { loaders }) => (replacedById === null ? null : loaders.clientKey.load(replacedById)),
  revoked: ({ revoked }) => revoked as unknown as ActRecord | null,
};
