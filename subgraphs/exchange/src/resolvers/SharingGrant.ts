import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, SharingGrantResolvers, SharingGrantState, SharingPurpose } from '../generated/graphql.js';

export const SharingGrant: SharingGrantResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.sharingGrant.load(id),
  request: ({ requestId }, _args, { loaders }) => (requestId === null ? null : loaders.sharingRequest.load(requestId)),
  holder: async ({ holder }, _args, { loaders }) => (await loaders.participant.load(holder))!,
  grantee: async ({ granteeId }, _args, { loaders }) => (await loaders.participant.load(granteeId))!,
  purpose: ({ purpose }) => purpose as SharingPurpose,
  state: ({ state }) => state as SharingGrantState,
  granted: ({ granted }) => granted as unknown as ActRecord,
  withdrawn: ({ withdrawn }) => withdrawn as unknown as ActRecord | null,
};
