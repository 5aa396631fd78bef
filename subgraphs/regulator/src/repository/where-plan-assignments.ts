import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { PlanAssignmentFilter } from '../generated/graphql.js';

/** The rows that a filter of assigned parts admits. */
export function wherePlanAssignments(filter: PlanAssignmentFilter | null | undefined): Where {
  return {
    ...(filter?.state && { state: { in: filter.state } }),
    ...(filter?.assigneeId && { assigneeId: filter.assigneeId }),
    ...(filter?.nature && { nature: filter.nature }),
    ...(filter?.answerBefore && { answerBy: { lt: filter.answerBefore } }),
  };
}
