import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, MembershipEntryKind, MembershipEntryResolvers } from '../generated/graphql.js';

export const MembershipEntry: MembershipEntryResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.membershipEntry.load(id),
  participant: ({ participantId }, _args, { loaders }) => loaders.participant.load(participantId),
  kind: ({ kind }) => kind as MembershipEntryKind,
  successor: ({ successorId }, _args, { loaders }) => (successorId === null ? null : loaders.participant.load(successorId)),
  entered: ({ entered }) => entered as unknown as ActRecord,
};
