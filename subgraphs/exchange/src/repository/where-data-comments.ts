import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { DataCommentFilter } from '../generated/graphql.js';

/** The rows that a filter of comments admits. */
export function whereDataComments(filter: DataCommentFilter | null | undefined): Where {
  return {
    ...(filter?.state && { state: { in: filter.state } }),
    ...(filter?.commenterId && { commenterId: filter.commenterId }),
    ...(filter?.subjectType && { subjectType: filter.subjectType }),
    ...(filter?.subjectId && { subjectId: filter.subjectId }),
  };
}
