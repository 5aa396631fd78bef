import { containing } from '@hub/kernel/lists/conditions.js';
import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { HazardHandlingFilter } from '../generated/graphql.js';

/** The rows that a filter of cases admits. */
export function whereHazardHandlings(filter: HazardHandlingFilter | null | undefined): Where {
  return {
    ...(filter?.state && { state: { in: filter.state } }),
    ...(filter?.summary && { summary: containing(filter.summary) }),
    ...(filter?.number && { number: filter.number }),
    ...(filter?.closeBefore && { closeBy: { lt: filter.closeBefore } }),
  };
}
