import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { SharingGrantFilter } from '../generated/graphql.js';

/** The rows that a filter of grants admits. */
export function whereSharingGrants(filter: SharingGrantFilter | null | undefined): Where {
  return {
    ...(filter?.state && { state: { in: filter.state } }),
    ...(filter?.holderId && { holder: filter.holderId }),
    ...(filter?.granteeId && { granteeId: filter.granteeId }),
    ...(filter?.purpose && { purpose: { in: filter.purpose } }),
    ...(filter?.field && { fields: { has: filter.field } }),
  };
}
