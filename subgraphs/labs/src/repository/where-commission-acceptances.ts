import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { CommissionAcceptanceFilter } from '../generated/graphql.js';

/** The rows that a filter of commissions at the lab admits. */
export function whereCommissionAcceptances(filter: CommissionAcceptanceFilter | null | undefined): Where {
  return {
    ...(filter?.state && { state: { in: filter.state } }),
    ...(filter?.commissionId && { id: filter.commissionId }),
    ...(filter?.productKind && { samples: { array_contains: [{ productKind: filter.productKind }] } }),
  };
}
