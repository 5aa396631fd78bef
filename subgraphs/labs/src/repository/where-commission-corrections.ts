import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { CommissionCorrectionFilter } from '../generated/graphql.js';

/** The rows that a filter of corrections at the lab admits. */
export function whereCommissionCorrections(filter: CommissionCorrectionFilter | null | undefined): Where {
  return {
    ...(filter?.state && { state: { in: filter.state } }),
    ...(filter?.kind && { kind: { in: filter.kind } }),
    ...(filter?.commissionId && { commissionIds: { has: filter.commissionId } }),
  };
}
