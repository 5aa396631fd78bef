import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { MembershipEntryFilter } from '../generated/graphql.js';

/** The rows that a filter of the register of members admits. */
export function whereMembershipEntries(filter: MembershipEntryFilter | null | undefined): Where {
  return {
    ...(filter?.participantId && { participantId: filter.participantId }),
    ...(filter?.kind && { kind: { in: filter.kind } }),
  };
}
