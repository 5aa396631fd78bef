import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { DataCorrectionFilter } from '../generated/graphql.js';

/** The rows that a filter of corrections admits. */
export function whereDataCorrections(filter: DataCorrectionFilter | null | undefined): Where {
  return {
    ...(filter?.state && { state: { in: filter.state } }),
    ...(filter?.holderId && { holder: filter.holderId }),
    ...(filter?.requesterId && { requesterId: filter.requesterId }),
    ...(filter?.subjectType && { subjectType: filter.subjectType }),
    ...(filter?.subjectId && { subjectId: filter.subjectId }),
  };
}
