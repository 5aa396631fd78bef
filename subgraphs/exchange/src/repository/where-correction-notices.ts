import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { CorrectionNoticeFilter } from '../generated/graphql.js';

/** The rows that a filter of notices admits. */
export function whereCorrectionNotices(filter: CorrectionNoticeFilter | null | undefined): Where {
  return {
    ...(filter?.subjectType && { subjectType: filter.subjectType }),
    ...(filter?.subjectId && { subjectId: filter.subjectId }),
    ...(filter?.since && { correctedAt: { gte: filter.since } }),
  };
}
