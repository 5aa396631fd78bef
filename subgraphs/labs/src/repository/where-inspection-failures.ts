import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { InspectionFailureFilter } from '../generated/graphql.js';

/** The rows that a filter of failures admits. */
export function whereInspectionFailures(filter: InspectionFailureFilter | null | undefined): Where {
  return {
    ...(filter?.reason && { reason: { in: filter.reason } }),
    ...(filter?.commissionId && { commissionId: filter.commissionId }),
    failedAt: { ...(filter?.failedFrom && { gte: filter.failedFrom }), ...(filter?.failedUntil && { lt: filter.failedUntil }) },
    ...(filter?.evidenceHash && { evidence: { array_contains: [{ hash: filter.evidenceHash }] } }),
    ...(filter?.productKind && { productKind: filter.productKind }),
  };
}
