import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ParticipantKind, ParticipantResolvers, ParticipantState, RegulatorLevel } from '../generated/graphql.js';

export const Participant: ParticipantResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.participant.load(id),
  kind: ({ kind }) => kind as ParticipantKind,
  level: ({ level }) => level as RegulatorLevel | null,
  region: ({ regionCode }) => ({ code: regionCode }),
  state: ({ state }) => state as ParticipantState,
  contactEmail: async ({ contactId, sealedContactEmail }, _args, { loaders }) => (await loaders.contactAddress.load({ personId: contactId, sealed: sealedContactEmail }))?.address ?? null,
  users: ({ id }, _args, { loaders }) => loaders.usersOfParticipant.load(id),
  roleMappings: ({ id }, _args, { loaders }) => loaders.roleMappingsOfParticipant.load(id),
};
