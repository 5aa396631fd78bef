import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { MembershipApplicationFilter } from '../generated/graphql.js';

/** The rows that a filter of applications to take part admits. */
export function whereMembershipApplications(filter: MembershipApplicationFilter | null | undefined): Where {
  return {
    ...(filter?.state && { state: { in: filter.state } }),
    ...(filter?.kind && { kind: { in: filter.kind } }),
    ...(filter?.evidenceHash && { documents: { array_contains: [{ hash: filter.evidenceHash }] } }),
  };
}
