import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { CorrectionProposalFilter } from '../generated/graphql.js';

/** The rows that a filter of proposed corrections admits. */
export function whereCorrectionProposals(filter: CorrectionProposalFilter | null | undefined): Where {
  return {
    ...(filter?.state && { state: { in: filter.state } }),
    ...(filter?.kind && { kind: { in: filter.kind } }),
    ...(filter?.commissionId && { commissionId: filter.commissionId }),
    ...(filter?.sampleId && { sampleIds: { has: filter.sampleId } }),
    ...(filter?.monitoringDataId && { monitoringDataId: filter.monitoringDataId }),
  };
}
