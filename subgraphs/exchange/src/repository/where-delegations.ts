import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { DelegationFilter } from '../generated/graphql.js';

/** The rows that a filter of delegations admits. */
export function whereDelegations(filter: DelegationFilter | null | undefined): Where {
  return {
    ...(filter?.state && { state: filter.state }),
    ...(filter?.delegatorId && { delegatorId: filter.delegatorId }),
    ...(filter?.delegateId && { delegateId: filter.delegateId }),
    ...(filter?.role && { role: { in: filter.role } }),
    ...(filter?.at && { beginsAt: { lte: filter.at }, until: { gt: filter.at } }),
  };
}
