import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { SharingRequestFilter } from '../generated/graphql.js';

/** The rows that a filter of requests admits. */
export function whereSharingRequests(filter: SharingRequestFilter | null | undefined): Where {
  return {
    ...(filter?.state && { state: { in: filter.state } }),
    ...(filter?.application && { application: filter.application }),
    ...(filter?.holderId && { holder: filter.holderId }),
    ...(filter?.applicantId && { applicantId: filter.applicantId }),
    ...(filter?.purpose && { purpose: { in: filter.purpose } }),
    ...(filter?.field && { fields: { has: filter.field } }),
  };
}
