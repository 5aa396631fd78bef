import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, SharingPurpose, SharingRequestResolvers, SharingRequestState } from '../generated/graphql.js';

export const SharingRequest: SharingRequestResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.sharingRequest.load(id),
  // The register is the original of every replica by which a party may apply or be asked.
  applicant: async ({ applicantId }, _args, { loaders }) => (await loaders.participant.load(applicantId))!,
  holder: async ({ holder }, _args, { loaders }) => (await loaders.participant.load(holder))!,
  authority: ({ authorityId }, _args, { loaders }) => (authorityId === null ? null : loaders.participant.load(authorityId)),
  purpose: ({ purpose }) => purpose as SharingPurpose,
  state: ({ state }) => state as SharingRequestState,
  requested: ({ requested }) => requested as unknown as ActRecord,
  decided: ({ decided }) => decided as unknown as ActRecord | null,
  grants: ({ id }, _args, { loaders }) => loaders.grantsOfRequest.load(id),
};
