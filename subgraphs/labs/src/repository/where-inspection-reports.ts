import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { InspectionReportFilter } from '../generated/graphql.js';

/** The rows that a filter of reports admits. */
export function whereInspectionReports(filter: InspectionReportFilter | null | undefined): Where {
  return {
    ...(filter?.state && { state: { in: filter.state } }),
    ...(filter?.conclusion && { conclusion: { in: filter.conclusion } }),
    ...(filter?.commissionId && { commissionId: filter.commissionId }),
    ...(filter?.document && { document: filter.document }),
    ...(filter?.late != null && { lateReason: filter.late ? { not: null } : null }),
    ...(filter?.number && { number: filter.number }),
    ...((filter?.issuedFrom || filter?.issuedUntil) && {
      issuedAt: { ...(filter.issuedFrom && { gte: filter.issuedFrom }), ...(filter.issuedUntil && { lt: filter.issuedUntil }) },
    }),
    ...(filter?.productKind && { productKind: filter.productKind }),
  };
}
